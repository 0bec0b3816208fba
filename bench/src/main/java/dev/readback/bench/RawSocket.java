package dev.readback.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A WebSocket (RFC 6455) with as little between it and the wire as can be, so that a bench measures what it looks at. Messages of one frame; one reader, one writer. */
final class RawSocket implements AutoCloseable {

    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Socket socket;
    private final DataInputStream in;
    private final boolean masks;

    /** @param kind of RFC 6455, section 5.2 */
    record Message(int kind, ByteBuffer bytes) {}

    private RawSocket(Socket socket, DataInputStream in, boolean masks) throws IOException {
        this.socket = socket;
        this.in = in;
        this.masks = masks;
        socket.setTcpNoDelay(true);
    }

    static RawSocket connect(String host, int port, String path, String token) throws IOException {
        Socket socket = new Socket(host, port);
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        String status = line(in);
        if (!status.contains(" 101")) {
            throw new IOException(status);
        }
        while (!line(in).isEmpty()) {
            // the headers tell nothing more
        }
        return new RawSocket(socket, in, true);
    }

    /** The other side, where the request is for a WebSocket; else it is answered 400 and the socket closed. */
    static RawSocket accept(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            key = line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")
                    ? line.substring(18).strip()
                    : key;
        }
        boolean plain = key.isEmpty();
        String answer = plain
                ? "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
        if (plain) {
            socket.close();
        }
        return new RawSocket(socket, in, false);
    }

    private static String accepted(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void text(String text) throws IOException {
        write(TEXT, UTF_8.encode(text));
    }

    void binary(ByteBuffer bytes) throws IOException {
        write(BINARY, bytes);
    }

    /** The next message; pings are answered on the way. */
    Message read() throws IOException {
        while (true) {
            int kind = in.readUnsignedByte() & 0x0f;
            int second = in.readUnsignedByte();
            long length = second & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            byte[] mask = new byte[4];
            if ((second & 0x80) != 0) {
                in.readFully(mask);
            }
            byte[] bytes = new byte[(int) length];
            in.readFully(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= mask[i & 3];
            }
            if (kind == PING) {
                write(PONG, ByteBuffer.wrap(bytes));
            } else if (kind != PONG) {
                return new Message(kind, ByteBuffer.wrap(bytes));
            }
        }
    }

    /** A mask of zeros is a mask. */
    private synchronized void write(int kind, ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        ByteBuffer frame = ByteBuffer.allocate(length + 8);
        frame.put((byte) (0x80 | kind));
        int masked = masks ? 0x80 : 0;
        if (length < 126) {
            frame.put((byte) (masked | length));
        } else {
            frame.put((byte) (masked | 126)).putShort((short) length);
        }
        if (masks) {
            frame.putInt(0);
        }
        frame.put(bytes).flip();
        socket.getOutputStream().write(frame.array(), 0, frame.limit());
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
