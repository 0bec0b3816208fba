package dev.readback.gate;

import java.nio.charset.StandardCharsets;

/** The bytes of a line; the parser's offsets count bytes, not characters. */
final class SourceText {

    private final byte[] bytes;

    SourceText(String line) {
        this.bytes = line.getBytes(StandardCharsets.UTF_8);
    }

    String part(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
