package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real Python and a stand-in for what it would run. */
@Timeout(30)
class ModelServerTest {

    @TempDir
    Path folder;

    @TempDir
    Path home;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void needs_python() {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "python3")));
        assumeTrue(there && Files.isExecutable(ModelStandIn.SETSID), "python3 or setsid is missing");
    }

    @AfterEach
    void end_what_runs() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void it_listens_on_loopback_only_though_the_program_by_itself_would_not() throws Exception {
        ModelStandIn standIn = started("ready");

        assertThat(standIn.becomesReady()).isTrue();
        assertThat(look(standIn.port)).isInstanceOf(ModelProbe.Found.ItIs.class);
        for (InetAddress elsewhere : otherAddresses()) {
            assertThatThrownBy(() -> new Socket(elsewhere, standIn.port).close())
                    .isInstanceOf(IOException.class);
        }
        assertThat(standIn.said).singleElement().asString().contains("127.0.0.1 only");
    }

    @Test
    void one_that_listens_on_every_address_is_ended_and_refused() {
        ModelStandIn standIn = new ModelStandIn(folder, "everywhere");

        assertThatThrownBy(() -> standIn.server().run())
                .isInstanceOf(ModelFailure.class)
                .hasMessageContaining("0.0.0.0 port " + standIn.port)
                .hasMessageContaining("ended at once");
        assertThat(look(standIn.port)).isInstanceOf(ModelProbe.Found.Nobody.class);
    }

    @Test
    void a_flag_that_an_older_one_does_not_know_is_told_and_not_tried_again() throws Exception {
        ModelStandIn standIn = new ModelStandIn(folder, "knows-no-device");

        assertThatThrownBy(() -> standIn.server().run())
                .hasMessageContaining("does not know")
                .hasMessageContaining("unrecognized arguments: --device cpu");
        assertThat(standIn.starts()).isEqualTo(1);
    }

    @Test
    void weights_that_were_refused_are_told_with_what_to_do() throws Exception {
        ModelStandIn standIn = new ModelStandIn(folder, "gated");

        assertThatThrownBy(() -> standIn.server().run())
                .hasMessageContaining("licence of nvidia/personaplex-7b-v1")
                .hasMessageContaining("HF_TOKEN");
        assertThat(standIn.starts()).isEqualTo(1);
    }

    @Test
    void a_folder_of_voices_that_is_not_there_is_told() {
        ModelStandIn standIn = new ModelStandIn(folder, "ready");
        ModelOptions usual = standIn.options();
        ModelOptions options = new ModelOptions(
                usual.port(),
                usual.python(),
                Optional.empty(),
                "cpu",
                false,
                Optional.of(Path.of("/no/such/voices")),
                Optional.empty(),
                List.of());

        assertThatThrownBy(() -> standIn.server(options, 1).run())
                .hasMessageContaining("no folder of voices at /no/such/voices");
    }

    @Test
    void one_that_keeps_dying_is_given_up_after_five_times() throws Exception {
        ModelStandIn standIn = new ModelStandIn(folder, "dies");

        assertThatThrownBy(() -> standIn.server(standIn.options(), 10).run())
                .hasMessageContaining("5 times in a row")
                .hasMessageContaining("something about tensors");
        assertThat(standIn.starts()).isEqualTo(ModelWatch.MOST);
        assertThat(standIn.said).anyMatch(sentence -> sentence.endsWith("started again in 8 s."));
    }

    @Test
    void one_that_answers_no_more_is_ended_and_started_again() throws Exception {
        ModelStandIn standIn = started("hangs");
        assertThat(standIn.becomesReady()).isTrue();
        standIn.forgetReady();

        assertThat(standIn.becomesReady()).isTrue();
        assertThat(standIn.starts()).isGreaterThanOrEqualTo(2);
        assertThat(standIn.said).anyMatch(sentence -> sentence.startsWith("It answered no more"));
    }

    @Test
    void while_it_loads_it_says_what_it_is_at_and_since_when() throws Exception {
        ModelStandIn standIn = started("slow");

        assertThat(standIn.becomesReady()).isTrue();
        assertThat(standIn.progress).anyMatch(words -> words.matches("loading the model.*takes long, \\d+ s"));
    }

    @Test
    void the_token_is_in_its_environment_only_and_nothing_else_of_ours_is() throws Exception {
        ModelStandIn standIn = started("tells");

        assertThat(standIn.becomesReady()).isTrue();
        assertThat(standIn.linesWith("HF_TOKEN=")).singleElement().asString().endsWith("[redacted]");
        assertThat(standIn.linesWith("NO_TORCH_COMPILE=1")).hasSize(1);
        assertThat(standIn.linesWith("argv="))
                .singleElement()
                .asString()
                .endsWith("--host 127.0.0.1 --port " + standIn.port + " --static none --device cpu");
        assertThat(String.join("\n", standIn.lines)).doesNotContain("hf_not_a_real_one", "a-secret-of-ours");
    }

    @Test
    void with_it_ends_everything_it_started() throws Exception {
        ModelStandIn standIn = new ModelStandIn(folder, "with-children");
        ModelServer server = run(standIn);
        assertThat(standIn.becomesReady()).isTrue();
        List<Long> children = Stream.of(standIn.linesWith("children")
                        .getFirst()
                        .replaceFirst(".*children ", "")
                        .split(" "))
                .map(Long::parseLong)
                .toList();
        assertThat(children).allMatch(ModelSession::runs);

        server.close();

        assertThat(children).noneMatch(ModelSession::runs);
        assertThat(look(standIn.port)).isInstanceOf(ModelProbe.Found.Nobody.class);
    }

    @Test
    void it_ends_by_itself_when_we_are_gone() throws Exception {
        ModelStandIn standIn = new ModelStandIn(folder, "ready");
        ModelCommand command = new ModelCommand(
                standIn.options(), new LaunchWay.Bare(ModelStandIn.SETSID, standIn.python()), List.of());
        Process process = new ProcessBuilder(command.argv())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        open.add(process::destroyForcibly);

        process.getOutputStream().close();

        assertThat(process.waitFor(4, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_second_one_on_the_same_port_is_refused() throws Exception {
        ModelStandIn standIn = new ModelStandIn(folder, "ready");
        open.add(prepare(standIn, home));

        assertThatThrownBy(() -> prepare(standIn, home)).hasMessageContaining("running on port " + standIn.port);
    }

    @Test
    void a_port_that_something_else_listens_on_is_refused() throws Exception {
        ModelStandIn standIn = new ModelStandIn(folder, "ready");
        try (ServerSocket taken = new ServerSocket(standIn.port, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> hangUp(taken));
            assertThatThrownBy(() -> prepare(standIn, home))
                    .hasMessageContaining("Something else listens on port " + standIn.port);
        }
    }

    @Test
    void a_model_that_answers_already_is_told_with_its_address() throws Exception {
        ModelStandIn standIn = started("ready");
        assertThat(standIn.becomesReady()).isTrue();

        assertThatThrownBy(() -> prepare(standIn, home))
                .hasMessageContaining("PERSONAPLEX_URL=ws://127.0.0.1:" + standIn.port);
    }

    private static void hangUp(ServerSocket socket) {
        try {
            socket.accept().close();
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static ModelLaunch prepare(ModelStandIn standIn, Path home) {
        ModelNeeds needs = new ModelNeeds(ModelStandIn.environment(), Optional.empty());
        return ModelLaunch.prepare(standIn.options(), needs, () -> home, text -> text, standIn);
    }

    private ModelStandIn started(String mode) {
        ModelStandIn standIn = new ModelStandIn(folder, mode);
        run(standIn);
        return standIn;
    }

    private ModelServer run(ModelStandIn standIn) {
        ModelServer server = standIn.server();
        Thread running = Thread.startVirtualThread(() -> {
            try {
                server.run();
            } catch (InterruptedException | ModelFailure ended) {
                standIn.said.add(String.valueOf(ended.getMessage()));
            }
        });
        open.add(() -> {
            server.close();
            running.join(Duration.ofSeconds(5));
        });
        return server;
    }

    private static ModelProbe.Found look(int port) {
        try (ModelProbe probe = new ModelProbe(Duration.ofSeconds(2))) {
            return probe.look(URI.create("ws://127.0.0.1:" + port));
        }
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }
}
