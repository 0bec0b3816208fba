package dev.readback;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames of a WebSocket (RFC 6455, section 5.2) as bytes, for stand-ins that must cut, stall and garble where no library lets them. */
public final class WebSocketFrames {

    private WebSocketFrames() {}

    /**
     * What a client sent in one frame.
     *
     * @param second the frame's second byte, which was read last
     */
    public static byte[] payload(DataInputStream in, int second) throws IOException {
        long length = switch (second & 0x7f) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> second & 0x7f;
        };
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(Math.toIntExact(length));
        for (int at = 0; at < payload.length; at++) {
            payload[at] ^= mask[at % 4];
        }
        return payload;
    }

    /**
     * What a server puts before so many bytes.
     *
     * @param first the frame's first byte
     */
    public static byte[] head(int first, int length) {
        ByteBuffer head = ByteBuffer.allocate(10).put((byte) first);
        if (length < 126) {
            head.put((byte) length);
        } else if (length < 65_536) {
            head.put((byte) 126).putShort((short) length);
        } else {
            head.put((byte) 127).putLong(length);
        }
        return Arrays.copyOf(head.array(), head.position());
    }
}
