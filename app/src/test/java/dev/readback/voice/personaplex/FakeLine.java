package dev.readback.voice.personaplex;

import dev.readback.WebSocketFrames;
import java.io.BufferedInputStream;
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

/** The server's side of one connection: HTTP (RFC 9112) up to the upgrade, then frames (RFC 6455), with the means to break it. */
final class FakeLine {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String target;
    private final Map<String, String> headers = new HashMap<>();

    /** One message of the client. */
    @SuppressWarnings("ArrayRecordComponent")
    record Message(int kind, byte[] bytes) {}

    FakeLine(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        String[] request = line().split(" ");
        if (request.length < 3) {
            refuse(400);
            throw new IOException("that is not HTTP");
        }
        this.target = request[1];
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                refuse(400);
                throw new IOException("that is not HTTP");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    /** Path and query. */
    String target() {
        return target;
    }

    boolean upgrade() {
        return headers.getOrDefault("upgrade", "").equalsIgnoreCase("websocket");
    }

    void accept() throws IOException {
        raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + acceptance(headers.getOrDefault("sec-websocket-key", "")) + "\r\n\r\n");
    }

    void refuse(int status) throws IOException {
        raw("HTTP/1.1 " + status + " So\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket.close();
    }

    synchronized void send(byte[] message) throws IOException {
        frame(BINARY, message);
    }

    synchronized void close(int code) throws IOException {
        frame(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** The line is cut, as when a handler fails or the process is killed. */
    void drop() {
        try {
            socket.close();
        } catch (IOException gone) {
            // gone is what it should be
        }
    }

    /** The next message, whole; a close too. Pings are answered on the way. */
    Message read() throws IOException {
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        int kind = 0;
        while (true) {
            int first = in.readUnsignedByte();
            byte[] payload = payload(in.readUnsignedByte());
            int opcode = first & 0x0f;
            if (opcode == CLOSE) {
                return new Message(CLOSE, payload);
            }
            if (opcode == PING) {
                synchronized (this) {
                    frame(PONG, payload);
                }
            } else if (opcode != PONG) {
                kind = opcode == 0 ? kind : opcode;
                whole.write(payload);
                if ((first & 0x80) != 0) {
                    return new Message(kind, whole.toByteArray());
                }
            }
        }
    }

    private byte[] payload(int second) throws IOException {
        if ((second & 0x80) == 0) {
            throw new IOException("a client must mask");
        }
        return WebSocketFrames.payload(in, second);
    }

    private void frame(int opcode, byte[] bytes) throws IOException {
        byte[] head = WebSocketFrames.head(0x80 | opcode, bytes.length);
        byte[] frame = ByteBuffer.allocate(head.length + bytes.length)
                .put(head)
                .put(bytes)
                .array();
        out.write(frame);
        out.flush();
    }

    private void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("hung up");
            }
            line.append((char) next);
            if (next == 22 || next == 0) {
                refuse(400);
                throw new IOException("that is TLS");
            }
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
