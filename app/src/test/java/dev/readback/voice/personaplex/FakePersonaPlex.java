package dev.readback.voice.personaplex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * A server of PersonaPlex without a model, held to what the real one (NVIDIA/personaplex, moshi/server.py) was seen to do, its faults included: prompt and voice
 * are stored before the lock is asked for, waiters hear nothing, every failure is a cut line.
 */
public final class FakePersonaPlex implements AutoCloseable {

    private static final Pattern VOICE = Pattern.compile("(NAT[FM][0-3]|VAR[FM][0-4])\\.pt");
    private static final int VOICE_FRAMES = 50;
    private static final int QUIET_FRAMES = 12;

    final Semaphore lock = new Semaphore(1, true);
    final Semaphore talking = new Semaphore(0);
    final List<String> promptsSeen = new CopyOnWriteArrayList<>();
    final List<String> spoilt = new CopyOnWriteArrayList<>();
    final List<byte[]> heard = new CopyOnWriteArrayList<>();

    /** What it says, in each session anew. */
    volatile List<FakeModel.Speech> says = List.of();

    volatile Optional<byte[]> canned = Optional.empty();
    volatile int stepMs;

    /** Of the prompt phase; below zero: as many as the prompt would take. */
    volatile int promptSteps = 1;

    volatile boolean failsInPrompt;
    volatile boolean hangs;
    volatile boolean neverSaysGoodBye;

    /** Whether two were ever at it at once. */
    volatile boolean crowded;

    volatile String prompt = "";
    volatile String voice = "";

    private final ServerSocket listening;
    private final String scheme;
    private final Set<FakeSession> open = ConcurrentHashMap.newKeySet();

    FakePersonaPlex(int port, Optional<SSLContext> tls) {
        try {
            listening = tls.isPresent()
                    ? tls.get().getServerSocketFactory().createServerSocket(port, 200, InetAddress.getLoopbackAddress())
                    : new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scheme = tls.isPresent() ? "wss" : "ws";
        Thread.ofVirtual().start(this::accept);
    }

    static FakePersonaPlex start() {
        return new FakePersonaPlex(0, Optional.empty());
    }

    /** {@code --port N --ports K --step MS --say "at once" --answer "after a pause" --flite --echo}; runs until it is ended. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        FakeMain.run(arguments);
    }

    int port() {
        return listening.getLocalPort();
    }

    URI address() {
        return URI.create(scheme + "://localhost:" + port());
    }

    /** The line is cut in mid-sentence. */
    void cut() {
        open.forEach(session -> session.line.drop());
    }

    /** It closes by itself, as when its model fails. */
    void giveUp() throws IOException {
        for (FakeSession session : open) {
            session.line.close(1000);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException closed) {
            // closed is what it should be
        }
        cut();
    }

    /** Checks and stores what the query asks for; before the lock, as the real one does. */
    boolean stored(Map<String, String> query) {
        String wanted = query.getOrDefault("voice_prompt", "");
        if (!VOICE.matcher(wanted).matches()) {
            return false;
        }
        voice = wanted;
        if (!query.containsKey("text_prompt")) {
            return false;
        }
        String text = query.getOrDefault("text_prompt", "").strip();
        boolean wrapped = text.startsWith("<system>") && text.endsWith("<system>");
        prompt = text.isEmpty() || wrapped ? text : "<system> " + text + " <system>";
        return !query.containsKey("seed");
    }

    int steps() {
        return promptSteps >= 0 ? promptSteps : VOICE_FRAMES + QUIET_FRAMES + prompt.length() / 4;
    }

    FakeModel model() {
        return new FakeModel(says, canned);
    }

    void heard(byte[] packet) {
        if (canned.isEmpty()) {
            heard.add(packet);
        }
    }

    void left(FakeSession session) {
        open.remove(session);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket next = listening.accept();
                Thread.ofVirtual().start(() -> serve(next));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket next) {
        try {
            FakeLine line = new FakeLine(next);
            String[] target = line.target().split("\\?", 2);
            if (!target[0].equals("/api/chat")) {
                line.refuse(404);
            } else if (!line.upgrade()) {
                line.refuse(400);
            } else {
                attend(line, query(target.length > 1 ? target[1] : ""));
            }
        } catch (IOException gone) {
            close(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attend(FakeLine line, Map<String, String> query) throws IOException, InterruptedException {
        FakeSession session = new FakeSession(this, line);
        synchronized (open) {
            crowded |= !open.isEmpty();
            open.add(session);
        }
        try {
            line.accept();
            session.serve(query);
        } finally {
            left(session);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // closed is what it should be
        }
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return query;
    }
}
