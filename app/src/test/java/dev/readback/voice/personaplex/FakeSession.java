package dev.readback.voice.personaplex;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One client of the fake: let in at once, checked, then silently made to wait, then read its prompt, then talked with. */
final class FakeSession {

    private static final FakeLine.Message GONE = new FakeLine.Message(FakeLine.CLOSE, new byte[0]);

    final FakeLine line;
    private final FakePersonaPlex server;
    private final BlockingQueue<FakeLine.Message> came = new LinkedBlockingQueue<>();
    private final FakeOgg ogg = new FakeOgg();

    FakeSession(FakePersonaPlex server, FakeLine line) {
        this.server = server;
        this.line = line;
    }

    void serve(Map<String, String> query) throws IOException, InterruptedException {
        if (!server.stored(query)) {
            server.left(this);
            line.drop();
            return;
        }
        server.lock.acquire();
        try {
            Thread.ofVirtual().start(this::read);
            if (prompted()) {
                talk();
            }
        } finally {
            server.lock.release();
        }
    }

    /** All that comes in this phase is thrown away. */
    private boolean prompted() throws IOException, InterruptedException {
        for (int step = 0; step < server.steps(); step++) {
            Thread.sleep(server.stepMs);
            FakeLine.Message message = came.poll(10, TimeUnit.MILLISECONDS);
            if (message != null && message.kind() == FakeLine.CLOSE) {
                goodBye();
                return false;
            }
        }
        if (server.prompt.isEmpty() || server.failsInPrompt) {
            server.left(this);
            line.drop();
            return false;
        }
        server.promptsSeen.add(server.prompt);
        return true;
    }

    private void talk() throws IOException, InterruptedException {
        FakeModel model = server.model();
        line.send(new byte[] {0});
        line.send(message(1, ogg.head()));
        line.send(message(1, ogg.tags()));
        server.talking.release();
        try {
            while (true) {
                FakeLine.Message message = came.take();
                if (message.kind() == FakeLine.CLOSE) {
                    goodBye();
                    return;
                }
                if (message.kind() == FakeLine.BINARY && message.bytes().length > 0 && message.bytes()[0] == 1) {
                    sound(model, message.bytes());
                }
            }
        } catch (FakeOgg.Spoilt spoilt) {
            server.spoilt.add(String.valueOf(spoilt.getMessage()));
            goodBye();
        }
    }

    private void sound(FakeModel model, byte[] message) throws IOException, FakeOgg.Spoilt {
        for (byte[] packet : ogg.read(message, 1)) {
            server.heard(packet);
            for (FakeModel.Step step : model.hear(packet)) {
                if (server.hangs) {
                    continue;
                }
                if (step.piece().isPresent()) {
                    line.send(message(2, step.piece().get().getBytes(StandardCharsets.UTF_8)));
                }
                line.send(message(1, ogg.audio(step.packet())));
            }
        }
    }

    private void goodBye() throws IOException {
        server.left(this);
        if (!server.neverSaysGoodBye) {
            line.close(1000);
            line.drop();
        }
    }

    private void read() {
        try {
            FakeLine.Message message;
            do {
                message = line.read();
                if (message.kind() == FakeLine.CLOSE) {
                    server.left(this);
                }
                came.add(message);
            } while (message.kind() != FakeLine.CLOSE);
        } catch (IOException gone) {
            server.left(this);
            came.add(GONE);
        }
    }

    private static byte[] message(int kind, byte[] bytes) {
        return ByteBuffer.allocate(1 + bytes.length).put((byte) kind).put(bytes).array();
    }
}
