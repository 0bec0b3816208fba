package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.execution.ListedEvents;
import dev.readback.execution.ScriptedExecutions;
import dev.readback.memory.Workspace;
import dev.readback.settings.SettingFailure;
import dev.readback.settings.Settings;
import dev.readback.settings.SettingsReader;
import dev.readback.voice.PersonaWish;
import dev.readback.voice.personaplex.Trust;
import dev.readback.web.tls.PemFiles;
import dev.readback.web.tls.SelfSigned;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPersonasTest {

    @TempDir
    Path folder;

    private Settings settings(String name, String value) {
        return SettingsReader.read(
                Map.of(name, value, "READBACK_HOME", folder.resolve("home").toString()),
                Map.of(),
                folder.resolve(".env"));
    }

    private X509Certificate certificate() {
        return SelfSigned.in(folder, Optional.empty(), Instant.now()).certificate();
    }

    @Test
    void a_voice_that_is_not_there_stops_the_start_before_anything_is_opened() {
        Settings wrong = settings("PERSONAPLEX_VOICE", "nova");

        assertThatThrownBy(() -> Readback.start(wrong))
                .isInstanceOf(SettingFailure.class)
                .hasMessageStartingWith("PERSONAPLEX_VOICE is \"nova\"; it takes one of NATF0, ")
                .hasMessageEndingWith(", VARM4.")
                .hasMessageNotContaining("\n");
        assertThat(folder.resolve("home")).doesNotExist();
        assertThat(OwnPersonas.checked(settings("PERSONAPLEX_VOICE", "varf0.pt")))
                .isNotNull();
    }

    @Test
    void a_certificate_in_pem_says_whom_to_trust() throws Exception {
        Path file = Files.writeString(folder.resolve("server.pem"), PemFiles.text(certificate()));

        assertThat(Trust.in(file).getProtocol()).isEqualTo("TLS");
    }

    @ParameterizedTest
    @CsvSource({"PKCS12, changeit", "PKCS12, ''", "JKS, changeit", "JKS, another"})
    void a_store_says_whom_to_trust(String kind, String password) throws Exception {
        Path file = folder.resolve("server.store");
        KeyStore store = KeyStore.getInstance(kind);
        store.load(null, null);
        store.setCertificateEntry("server", certificate());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }

        assertThat(Trust.in(file).getProtocol()).isEqualTo("TLS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n"})
    void a_file_without_one_stops_the_start(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("server.pem"), content);

        assertThatThrownBy(() -> Readback.start(settings("PERSONAPLEX_TRUST", file.toString())))
                .isInstanceOf(SettingFailure.class)
                .hasMessageStartingWith("PERSONAPLEX_TRUST is \"" + file + "\"; it takes a file with a certificate");
    }

    @Test
    void a_file_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> OwnPersonas.checked(settings("PERSONAPLEX_TRUST", "/nonexistent/server.pem")))
                .hasMessageStartingWith("PERSONAPLEX_TRUST is \"/nonexistent/server.pem\"; it takes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- Name: Ann | Ann",
                "- **Name:** Ann Lee (she/her) | Ann Lee",
                "Name:\\n- What to call them: Bo | Bo",
                "- Name: _(optional)_ | ''",
                "- Name:\\n- Time zone: UTC | ''",
                "- Host name: web1 | ''",
                "nothing | ''"
            })
    void the_owners_name_is_read_from_what_they_wrote_of_themselves(String notes, String name) {
        Workspace workspace = Workspace.open(folder.resolve("notes"));
        workspace.write("USER.md", "# You\n\n" + notes.replace("\\n", "\n") + "\n", Optional.empty());

        assertThat(OwnerName.of(Settings.in(folder), workspace).orElse("")).isEqualTo(name);
        assertThat(OwnerName.of(settings("READBACK_OWNER", "Cy"), workspace)).contains("Cy");
    }

    @Test
    void with_nothing_set_up_there_are_prompts_and_nobody_to_invite() {
        try (OwnPersonas own = OwnPersonas.open(
                Settings.in(folder),
                new ScriptedExecutions(new ListedEvents()),
                Workspace.open(folder.resolve("notes")),
                InstantSource.system())) {
            nobodyIsThere(own);
        }
    }

    private static void nobodyIsThere(OwnPersonas own) {

        assertThat(own.personas().any()).isFalse();
        assertThat(own.prompts().usualVoice()).isEqualTo("NATM1");
        assertThat(own.prompts().prompt(Optional.empty(), PersonaWish.USUAL).text())
                .doesNotContain("You are talking with");
    }
}
