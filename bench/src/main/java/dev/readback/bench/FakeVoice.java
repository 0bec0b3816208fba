package dev.readback.bench;

import io.javalin.Javalin;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something to try the voice bench on without speech: takes 400 ms of quiet for the end of a turn, hears always the same, and answers with a tone.
 *
 * <p>Argument: the folder where it leaves {@code address} and {@code token}, as Readback does. Ends when it is killed.
 */
public final class FakeVoice {

    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final String EXECUTION =
            "{\"state\":\"completed\",\"commands\":[{\"command\":\"df -h\",\"verdict\":\"allow\"}],"
                    + "\"results\":[{\"command\":\"df -h\",\"status\":\"executed\"}]}";
    private static final double LOUD = 0.02;
    private static final int QUIET_MS = 400;

    private boolean speaking;
    private int quietMs;

    private FakeVoice() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/executions/{id}", context -> context.result(EXECUTION));
            config.routes.ws("/voice", ws -> {
                ws.onConnect(context -> context.attribute("fake", new FakeVoice()));
                ws.onMessage(context -> {
                    if (context.message().contains("\"hello\"")) {
                        context.send("{\"type\":\"ready\",\"ear\":{\"state\":\"ready\",\"name\":\"quiet\"},"
                                + "\"mouth\":{\"state\":\"ready\",\"name\":\"a tone\"}}");
                    }
                });
                ws.onBinaryMessage(context -> {
                    FakeVoice fake = context.attribute("fake");
                    if (fake != null && fake.ended(context.data())) {
                        answer(context);
                    }
                });
            });
        });
        server.start("127.0.0.1", 0);
        Files.writeString(home.resolve("token"), "fake");
        Files.writeString(home.resolve("address"), "http://127.0.0.1:" + server.port());
    }

    private static void answer(io.javalin.websocket.WsContext context) {
        context.send("{\"type\":\"heard\",\"text\":\"how full is the disk\",\"final\":true,\"doubtful\":[]}");
        context.send("{\"type\":\"execution\",\"session_id\":\"" + ID + "\",\"execution_id\":\"" + ID
                + "\",\"state\":\"completed\"}");
        context.send("{\"type\":\"say\",\"turn_id\":7,\"text\":\"It is not.\",\"rate\":16000}");
        context.send(ByteBuffer.allocate(2 * Audio.RATE));
        context.send("{\"type\":\"said\",\"turn_id\":7}");
        context.send("{\"type\":\"latency\",\"session_id\":\"" + ID + "\",\"execution_id\":\"" + ID
                + "\",\"speech_ended\":\"2026-01-01T00:00:00Z\",\"stages\":[{\"stage\":\"final_text\",\"after_ms\":400},"
                + "{\"stage\":\"first_audio\",\"after_ms\":401}]}");
    }

    private boolean ended(ByteBuffer pcm) {
        ByteBuffer samples = pcm.order(ByteOrder.LITTLE_ENDIAN);
        int ms = samples.remaining() / 2 * 1000 / Audio.RATE;
        double peak = 0;
        while (samples.remaining() >= 2) {
            peak = Math.max(peak, Math.abs(samples.getShort() / 32768.0));
        }
        quietMs = peak > LOUD ? 0 : quietMs + ms;
        speaking = speaking || peak > LOUD;
        boolean over = speaking && quietMs >= QUIET_MS;
        speaking = speaking && !over;
        return over;
    }
}
