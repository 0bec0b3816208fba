package dev.readback.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's device in full duplex: sends a packet of 20 ms each 20 ms, and takes the persona's packets of 80 ms. */
final class RelayDevice implements AutoCloseable {

    private static final String HELLO = "{\"type\":\"hello\",\"codec\":\"opus\",\"plays\":\"opus\",\"persona\":{}}";
    private static final long FRAME_NS = 20_000_000;
    private static final byte PERSONA = 1;

    private final RawSocket socket;
    private final int number;
    private final Ledger up;
    private final Ledger down;
    private final CountDownLatch talking = new CountDownLatch(1);
    private volatile boolean over;
    private volatile String said = "";
    private volatile int seats;
    private long latest;

    RelayDevice(int number, URI address, String token, Ledger up, Ledger down) throws IOException {
        this.number = number;
        this.up = up;
        this.down = down;
        socket = RawSocket.connect(address.getHost(), address.getPort(), "/voice", token);
        socket.text(HELLO);
        Thread.ofVirtual().start(this::take);
    }

    /** Sends at the pace of real time until closed. */
    void talk(long offsetNs) {
        long begun = System.nanoTime() + offsetNs;
        for (long frame = 1; !over; frame++) {
            long due = begun + frame * FRAME_NS;
            for (long left = due - System.nanoTime(); left > 0 && !over; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            latest = Math.max(latest, up.counting() ? System.nanoTime() - due : 0);
            try {
                socket.binary(ByteBuffer.wrap(up.next(number, frame)));
            } catch (IOException gone) {
                return;
            }
        }
    }

    boolean awaitTalking(long seconds) throws InterruptedException {
        return talking.await(seconds, TimeUnit.SECONDS);
    }

    /** What the persona was told to do last, for who wonders why it does not talk. */
    String said() {
        return said;
    }

    /** How late it was itself with a packet that counts, at the worst. */
    double latestMs() {
        return latest / 1e6;
    }

    private void take() {
        try {
            for (RawSocket.Message message = socket.read();
                    message.kind() != RawSocket.CLOSE;
                    message = socket.read()) {
                long now = System.nanoTime();
                if (message.kind() == RawSocket.BINARY) {
                    if (message.bytes().get() == PERSONA) {
                        byte[] packet = new byte[message.bytes().remaining()];
                        message.bytes().get(packet);
                        down.came(packet, now);
                    }
                } else {
                    told(JsonMapper.shared().readTree(message.bytes().array()));
                }
            }
        } catch (IOException gone) {
            over = true;
        }
    }

    /** How many this Readback hears at once; 0 while that is not known. */
    int seats() {
        return seats;
    }

    private void told(JsonNode message) {
        if (message.path("type").asString("").equals("ready")) {
            seats = message.path("seats").asInt(0);
        }
        if (message.path("type").asString("").equals("persona")) {
            said = message.path("say").asString("");
            if (message.path("state").asString("").equals("talking")) {
                talking.countDown();
            }
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        socket.close();
    }
}
