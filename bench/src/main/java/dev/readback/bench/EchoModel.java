package dev.readback.bench;

import dev.readback.voice.audio.OggReader;
import dev.readback.voice.audio.OggWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;

/** A server that speaks as PersonaPlex does, without a model: it is ready at once, and gives one packet of 80 ms for each 80 ms it hears. One conversation. */
final class EchoModel implements AutoCloseable {

    private static final byte SOUND = 1;
    private static final int HEARD_FOR_ONE = 4;
    private static final int SAMPLES = 3_840;

    private final ServerSocket listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final int number;
    private final Ledger up;
    private final Ledger down;

    /**
     * @param number by which what it sends is known
     * @param up where the microphone's packets are ticked off
     * @param down where what is sent is entered
     */
    EchoModel(int number, Ledger up, Ledger down) throws IOException {
        this.number = number;
        this.up = up;
        this.down = down;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket next = listening.accept();
                    RawSocket line = RawSocket.accept(next)) {
                if (!next.isClosed()) {
                    converse(line);
                }
            } catch (IOException gone) {
                // The next one, then.
            }
        }
    }

    private void converse(RawSocket line) throws IOException {
        OggWriter pages = new OggWriter(42);
        OggReader heard = new OggReader();
        line.binary(ByteBuffer.wrap(new byte[] {0}));
        line.binary(page(pages.head(24_000, 3_840)));
        line.binary(page(pages.tags("bench")));
        long packets = 0;
        for (RawSocket.Message message = line.read(); message.kind() != RawSocket.CLOSE; message = line.read()) {
            long now = System.nanoTime();
            if (message.kind() != RawSocket.BINARY || message.bytes().get() != SOUND) {
                continue;
            }
            for (byte[] packet : heard.packets(message.bytes())) {
                if (packet[0] == 'O') {
                    continue;
                }
                up.came(packet, now);
                if (++packets % HEARD_FOR_ONE == 0) {
                    line.binary(page(pages.audio(SAMPLES, down.next(number, packets))));
                }
            }
        }
    }

    private static ByteBuffer page(byte[] page) {
        return ByteBuffer.allocate(1 + page.length).put(SOUND).put(page).flip();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
