package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.Persona;
import dev.readback.voice.Persona.News;
import dev.readback.voice.PersonaPrompts;
import dev.readback.web.tls.PemFiles;
import dev.readback.web.tls.SelfSigned;
import dev.readback.web.tls.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a conversation can end, as a server shows it, told apart in words. */
class EndingsTest {

    private static final Patience PATIENT = Guests.context(Duration.ofSeconds(20));

    private final FakePersonaPlex fake = FakePersonaPlex.start();
    private final Listened listened = new Listened();

    @AfterEach
    void end() {
        fake.close();
    }

    @Test
    void a_wrong_path_is_another_program() {
        told(lost(PATIENT, URI.create(fake.address() + "/api/talk")), Trouble.WRONG_ADDRESS, true);
    }

    @Test
    void nobody_listening_there_is_told() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("ws://localhost:" + socket.getLocalPort());
        }
        told(lost(PATIENT, nobody), Trouble.NOBODY_LISTENS, true);
    }

    @Test
    void a_host_that_does_not_exist_is_told() {
        told(lost(PATIENT, URI.create("ws://no-such-host.invalid:8998")), Trouble.NO_SUCH_HOST, true);
    }

    @Test
    void a_line_cut_at_once_means_that_the_voice_or_the_prompt_was_refused() {
        try (PersonaPlex personas = Guests.with(
                PATIENT, new PersonaPrompts.Prompt("You are Sam.", "ABCD1"), Optional.empty(), fake.address())) {
            personas.invite(Guests.opus(), listened);

            told(listened.lost(), Trouble.REFUSED, false);
            Listened.pause(100);
            assertThat(listened.of(News.Preparing.class)).hasSize(1);
        }
    }

    @Test
    void a_line_cut_a_while_later_means_that_it_broke_off() {
        fake.failsInPrompt = true;
        fake.promptSteps = 35;
        told(lost(PATIENT, fake.address()), Trouble.BROKE_OFF_EARLY, true);
    }

    @Test
    void silence_after_it_let_us_in_means_that_somebody_else_talks() throws InterruptedException {
        fake.lock.acquire();
        told(lost(Guests.SHORT, fake.address()), Trouble.TAKEN, true);
    }

    @Test
    void a_close_nobody_asked_for_before_it_began_is_told() throws IOException {
        fake.promptSteps = 1_000;
        try (PersonaPlex personas = Guests.at(PATIENT, fake.address())) {
            personas.invite(Guests.opus(), listened);
            Listened.until(() -> !fake.prompt.isEmpty());
            Listened.pause(50);
            fake.giveUp();

            told(listened.lost(), Trouble.BROKE_OFF_EARLY, true);
        }
    }

    @Test
    void a_close_nobody_asked_for_while_it_talks_is_told() throws IOException {
        try (PersonaPlex personas = Guests.at(PATIENT, fake.address())) {
            personas.invite(Guests.opus(), listened);
            listened.untilTalking();
            fake.giveUp();

            told(listened.lost(), Trouble.BROKE_OFF, true);
        }
    }

    @Test
    void a_line_cut_while_it_talks_is_a_lost_connection() {
        try (PersonaPlex personas = Guests.at(PATIENT, fake.address())) {
            personas.invite(Guests.opus(), listened);
            listened.untilTalking();
            fake.cut();

            told(listened.lost(), Trouble.LOST, true);
        }
    }

    @Test
    void no_message_at_all_while_it_talks_means_that_it_hangs() {
        fake.hangs = true;
        told(lost(Guests.SHORT, fake.address()), Trouble.HANGS, true);
    }

    @Test
    void before_the_model_forgets_its_role_the_conversation_ends() {
        told(lost(Guests.context(Duration.ofMillis(500)), fake.address()), Trouble.CONTEXT_FULL, true);
    }

    @Test
    void who_closes_is_told_nothing_more() {
        try (PersonaPlex personas = Guests.at(PATIENT, fake.address())) {
            Persona persona = personas.invite(Guests.opus(), listened);
            listened.untilTalking();
            persona.close();
            int told = listened.news.size();
            int sounded = listened.sounds.size();
            Listened.pause(150);

            assertThat(listened.news).hasSize(told);
            assertThat(listened.sounds).hasSize(sounded);
            assertThat(listened.of(News.Lost.class)).isEmpty();
        }
    }

    @Test
    void tls_is_spoken_with_who_is_trusted_and_every_mismatch_is_told_apart(@TempDir Path folder) throws Exception {
        TlsIdentity identity = SelfSigned.in(folder, Optional.empty(), Instant.now());
        Path pem = Files.writeString(folder.resolve("cert.pem"), PemFiles.text(identity.certificate()));
        try (FakePersonaPlex safe = new FakePersonaPlex(0, Optional.of(context(identity)))) {
            try (PersonaPlex personas = Guests.with(
                    PATIENT,
                    new PersonaPrompts.Prompt(Guests.SERVICE, "NATF2"),
                    Optional.of(Trust.in(pem)),
                    safe.address())) {
                personas.invite(Guests.pcm(), listened);
                listened.untilTalking();
            }
            told(lost(PATIENT, safe.address()), Trouble.NOT_TRUSTED, false);
            told(lost(PATIENT, URI.create("ws://localhost:" + safe.port())), Trouble.WANTS_TLS, true);
        }
        told(lost(PATIENT, URI.create("wss://localhost:" + fake.port())), Trouble.NO_TLS, true);
    }

    @Test
    void a_server_that_says_nothing_to_a_plain_greeting_wants_tls() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        var next = mute.accept();
                        next.getInputStream().read();
                        next.shutdownOutput();
                    }
                } catch (IOException closed) {
                    // over
                }
            });
            told(lost(PATIENT, URI.create("ws://localhost:" + mute.getLocalPort())), Trouble.WANTS_TLS, true);
        }
    }

    private static News.Lost lost(Patience patience, URI server) {
        try (PersonaPlex personas = Guests.at(patience, server)) {
            Listened one = new Listened();
            personas.invite(Guests.opus(), one);
            News.Lost lost = one.lost();
            Listened.pause(20);
            assertThat(one.news.getLast()).isEqualTo(lost);
            assertThat(one.of(News.Lost.class)).hasSize(1);
            return lost;
        }
    }

    private static void told(News.Lost lost, Trouble trouble, boolean again) {
        assertThat(lost).isEqualTo(trouble.lost());
        assertThat(lost.again()).isEqualTo(again);
        assertThat(lost.say()).endsWith(".").doesNotContain("1006");
    }

    private static SSLContext context(TlsIdentity identity) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity.keyStore(), identity.password().toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
