package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Event;
import dev.readback.execution.ExecutionState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventsTest {
    @AutoClose
    private final WebWorld world = new WebWorld();

    private final UUID session =
            UUID.fromString(WebWorld.json(world.post("/execute", "{\"transcript\": \"how full is the disk\"}"))
                    .get("session_id")
                    .stringValue());

    @Test
    void what_happens_arrives_with_its_number_and_name() throws Exception {
        try (Stream stream = follow("&last_event_id=0")) {
            assertThat(stream.next(3)).extracting(Seen::id).containsExactly(1L, 2L, 3L);
            world.events.add(new Event.Output(session, UUID.randomUUID(), 0, "line\nnext"));
            Seen seen = stream.next();
            assertThat(seen.name()).isEqualTo("output");
            assertThat(seen.data()).contains("\"text\":\"line\\nnext\"");
        }
    }

    @Test
    void who_comes_back_with_a_number_gets_exactly_what_came_after_it() throws Exception {
        emit(100);
        try (Stream stream = follow("&last_event_id=53")) {
            emit(50);
            assertThat(stream.next(100))
                    .extracting(Seen::id)
                    .containsExactlyElementsOf(IntStream.rangeClosed(54, 153)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    @Test
    void nothing_is_lost_or_doubled_while_events_pour_in() throws Exception {
        Thread pouring = Thread.ofVirtual().start(() -> emit(3000));
        List<Long> ids = new ArrayList<>();
        long seen = 0;
        while (ids.size() < 3003) {
            try (Stream stream = follow("&last_event_id=" + seen)) {
                for (Seen event : stream.next(Math.min(700, 3003 - ids.size()))) {
                    ids.add(event.id());
                    seen = event.id();
                }
            }
        }
        pouring.join();
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSize(3003);
    }

    @Test
    void without_a_number_only_the_future_is_told() throws Exception {
        try (Stream stream = follow("")) {
            stream.untilComment("following");
            emit(1);
            assertThat(stream.next().id()).isEqualTo(4);
        }
    }

    @Test
    void a_number_from_a_database_that_is_no_more_is_taken_for_now() throws Exception {
        try (Stream stream = follow("&last_event_id=5000")) {
            emit(1);
            assertThat(stream.next().id()).isLessThan(5000L);
        }
    }

    @Test
    void an_idle_stream_shows_that_it_is_alive() throws Exception {
        try (Stream stream = follow("")) {
            stream.untilComment("still here");
        }
    }

    @Test
    void another_sessions_events_stay_out() throws Exception {
        try (Stream stream = follow("&last_event_id=3")) {
            world.events.add(new Event.StateChanged(UUID.randomUUID(), UUID.randomUUID(), ExecutionState.RUNNING));
            emit(1);
            assertThat(stream.next().id()).isEqualTo(5);
        }
    }

    @Test
    void only_who_accepts_an_event_stream_gets_one() {
        assertThat(WebWorld.code(world.get("/events"))).isEqualTo("event_stream_only");
        var strange = world.asProgram("/events?session_id=" + UUID.randomUUID()).header("Accept", "text/event-stream");
        assertThat(WebWorld.code(world.send(strange))).isEqualTo("session_not_found");
        var wrong =
                world.asProgram("/events").header("Accept", "text/event-stream").header("Last-Event-ID", "x");
        assertThat(WebWorld.code(world.send(wrong))).isEqualTo("bad_request");
    }

    @Test
    void who_reads_a_sessions_events_is_there_in_that_session_until_they_leave() throws Exception {
        assertThat(world.server.followed(session)).isFalse();
        try (Stream stream = follow("")) {
            stream.untilComment("following");
            assertThat(world.server.followed(session)).isTrue();
            assertThat(world.server.followed(UUID.randomUUID())).isFalse();
        }
        awaitNoFollower();
        while (world.server.followed(session)) {
            Thread.sleep(10);
        }
    }

    @Test
    void a_reader_that_goes_away_is_forgotten() throws Exception {
        try (Stream stream = follow("")) {
            stream.untilComment("following");
            assertThat(world.events.followers()).isEqualTo(1);
        }
        awaitNoFollower();
    }

    @Test
    void a_reader_that_does_not_read_holds_nobody_up_and_is_let_go() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.server.port())) {
            socket.setReceiveBufferSize(4096);
            socket.getOutputStream()
                    .write(("GET /events?last_event_id=0 HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Accept: text/event-stream\r\nAuthorization: Bearer " + WebWorld.TOKEN
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            String much = "x".repeat(4000);
            long begun = System.nanoTime();
            for (int i = 0; i < 15_000; i++) {
                world.events.add(new Event.Output(session, session, 0, much));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(world.get("/health").statusCode()).isEqualTo(200);
        }
        awaitNoFollower();
    }

    @Test
    void closing_the_server_ends_the_streams_at_once() throws Exception {
        WebWorld other = new WebWorld();
        HttpResponse<InputStream> response = other.client.send(
                other.asProgram("/events").header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
        long begun = System.nanoTime();
        other.server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        response.body().close();
        other.close();
    }

    private void awaitNoFollower() throws InterruptedException {
        for (int i = 0; i < 100 && world.events.followers() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            emit(1);
        }
        assertThat(world.events.followers()).isZero();
    }

    private void emit(int count) {
        for (int i = 0; i < count; i++) {
            world.events.add(new Event.StateChanged(session, UUID.randomUUID(), ExecutionState.RUNNING));
        }
    }

    private Stream follow(String more) throws Exception {
        HttpResponse<InputStream> response = world.client.send(
                world.asProgram("/events?session_id=" + session + more)
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        return new Stream(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private record Seen(long id, String name, String data) {}

    private record Stream(BufferedReader lines) implements AutoCloseable {
        Seen next() throws IOException {
            String line = lines.readLine();
            while (!line.startsWith("id: ")) {
                line = lines.readLine();
            }
            long id = Long.parseLong(line.substring(4));
            String name = lines.readLine().substring(7);
            return new Seen(id, name, lines.readLine().substring(6));
        }

        List<Seen> next(int count) throws IOException {
            List<Seen> seen = new ArrayList<>();
            while (seen.size() < count) {
                seen.add(next());
            }
            return seen;
        }

        void untilComment(String text) throws IOException {
            String line = lines.readLine();
            while (!line.equals(": " + text)) {
                line = lines.readLine();
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
