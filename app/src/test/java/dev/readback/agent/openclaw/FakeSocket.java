package dev.readback.agent.openclaw;

import dev.readback.WebSocketFrames;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The server's side of one WebSocket (RFC 6455), with the means to break it. */
final class FakeSocket {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Map<String, String> headers;
    private volatile boolean stalled;
    private volatile int piece = Integer.MAX_VALUE;

    FakeSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        this.headers = readHeaders();
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Agrees to speak WebSocket. */
    void accept() throws IOException {
        raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + acceptance(header("sec-websocket-key")) + "\r\n\r\n");
    }

    /** Answers as a web server does, and hangs up. */
    void answer(int status, String type, String body) throws IOException {
        raw("HTTP/1.1 " + status + " So\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body);
        socket.close();
    }

    /** From now on frames are sent in pieces of so many bytes. */
    void pieces(int bytes) {
        piece = bytes;
    }

    /** From now on it neither sends nor answers, and keeps the connection open. */
    void stall() {
        stalled = true;
    }

    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        do {
            int length = Math.min(piece, bytes.length - at);
            frame(at == 0 ? TEXT : 0, bytes, at, length, at + length == bytes.length);
            at += length;
        } while (at < bytes.length);
    }

    void close(int code, String reason) throws IOException {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        byte[] payload = ByteBuffer.allocate(2 + words.length)
                .putShort((short) code)
                .put(words)
                .array();
        frame(CLOSE, payload, 0, payload.length, true);
    }

    /** Resets the connection, as when the process is killed. */
    void drop() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // gone is what it should be
        }
    }

    /** The next whole text frame; pings are answered on the way. */
    String read() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = WebSocketFrames.payload(in, in.readUnsignedByte());
            switch (first & 0x0f) {
                case CLOSE -> throw new IOException("closed");
                case PING -> frame(PONG, payload, 0, payload.length, true);
                case PONG -> {}
                default -> {
                    whole.write(payload);
                    if ((first & 0x80) != 0) {
                        return whole.toString(StandardCharsets.UTF_8);
                    }
                }
            }
        }
    }

    private synchronized void frame(int opcode, byte[] bytes, int from, int length, boolean last) throws IOException {
        if (stalled) {
            return;
        }
        byte[] head = WebSocketFrames.head((last ? 0x80 : 0) | opcode, length);
        out.write(head);
        out.write(bytes, from, length);
        out.flush();
    }

    private void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Map<String, String> readHeaders() throws IOException {
        Map<String, String> read = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                read.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return read;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("hung up");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static String acceptance(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                    .getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
