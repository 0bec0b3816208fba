package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.readback.Checkup.Finding;
import dev.readback.Checkup.State;
import dev.readback.voice.personaplex.ModelNeeds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckupTest {

    /** Something that nobody reaches. */
    private static final int DISCARD = 9;

    @TempDir
    Path programs;

    @Test
    void without_a_gpu_and_without_a_server_embedded_speech_is_said_to_serve() {
        Finding finding = only(List.of());

        assertThat(finding.state()).isEqualTo(State.NOTE);
        assertThat(finding.text()).contains("embedded speech serves", "needs a GPU", "PERSONAPLEX_URL");
    }

    @Test
    void with_a_gpu_what_is_missing_is_told() throws IOException {
        program("nvidia-smi", "echo 'NVIDIA L4, 23034, 22900'");

        Finding finding = only(List.of());

        assertThat(finding.state()).isEqualTo(State.NOTE);
        assertThat(finding.text())
                .startsWith("NVIDIA L4; to run the model here")
                .contains("HF_TOKEN is not set");
    }

    @Test
    void a_gpu_that_is_too_small_is_a_problem_only_where_the_model_is_installed() throws IOException {
        program("nvidia-smi", "echo 'NVIDIA GeForce RTX 3070, 8192, 7800'");
        assertThat(only(List.of()).state()).isEqualTo(State.NOTE);

        program("python3", "echo personaplex");
        Finding finding = only(List.of());

        assertThat(finding.state()).isEqualTo(State.PROBLEM);
        assertThat(finding.text()).contains("8 GB do not hold the model");
    }

    @Test
    void a_package_of_the_same_name_is_told_apart() throws IOException {
        program("nvidia-smi", "echo 'NVIDIA L4, 23034, 22900'");
        program("setsid", "true");
        program("python3", "echo other");

        assertThat(only(List.of()).text()).contains("Kyutai's moshi, not PersonaPlex's");
    }

    @Test
    void a_server_that_wants_a_web_socket_is_one() throws IOException {
        Finding finding = found(400);

        assertThat(finding.state()).isEqualTo(State.OK);
        assertThat(finding.text()).endsWith("answers");
    }

    @Test
    void something_else_is_told_by_its_status() throws IOException {
        Finding finding = found(404);

        assertThat(finding.state()).isEqualTo(State.PROBLEM);
        assertThat(finding.text()).contains("is no model server: it answers 404");
    }

    @Test
    void one_that_hangs_up_may_speak_tls() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> hangUp(socket));

            assertThat(only(List.of(URI.create("ws://127.0.0.1:" + socket.getLocalPort())))
                            .text())
                    .contains("its address begins with wss://");
        }
    }

    @Test
    void one_without_tls_is_told_where_it_was_expected() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> plainly(socket));

            assertThat(only(List.of(URI.create("wss://127.0.0.1:" + socket.getLocalPort())))
                            .text())
                    .contains("it speaks no TLS");
        }
    }

    @Test
    void one_that_is_not_there_is_a_problem() {
        Finding finding = only(List.of(URI.create("ws://127.0.0.1:" + DISCARD)));

        assertThat(finding.state()).isEqualTo(State.PROBLEM);
        assertThat(finding.text()).contains("nobody answers at 127.0.0.1:9", "embedded speech serves meanwhile");
    }

    private Finding found(int status) throws IOException {
        HttpServer server = server(status);
        try {
            return only(
                    List.of(URI.create("ws://127.0.0.1:" + server.getAddress().getPort())));
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void hangUp(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** As a server without TLS answers the beginning of one with it. */
    private static void plainly(ServerSocket listening) {
        try (Socket socket = listening.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void program(String name, String line) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Finding only(List<URI> servers) {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", programs.toString(), "HOME", "/nonexistent"));
        List<Finding> findings =
                new ModelCheckup(new ModelNeeds(environment, Optional.empty()), servers, Optional.empty()).findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
