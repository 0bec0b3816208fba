package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.assertj.core.api.Assertions;

/** A voice connection that says hello and then neither reads nor answers anything. */
final class RawVoice implements AutoCloseable {
    private final Socket socket;

    RawVoice(WebWorld world) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), world.server.port());
        socket.setReceiveBufferSize(4096);
        OutputStream out = socket.getOutputStream();
        out.write(("GET /voice HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                        + "Authorization: Bearer " + WebWorld.TOKEN + "\r\n\r\n")
                .getBytes(UTF_8));
        Assertions.assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 101");
        out.write(masked(VoiceClient.HELLO.getBytes(UTF_8)));
        out.flush();
    }

    /** A text frame with a mask of zeros (RFC 6455, section 5.2). */
    private static byte[] masked(byte[] text) {
        byte[] frame = new byte[6 + text.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | text.length);
        System.arraycopy(text, 0, frame, 6, text.length);
        return frame;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
