package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One header of a tar archive, 512 bytes. */
record TarHeader(String name, long bytes, char type) {

    private static final Pattern PAX_PATH = Pattern.compile("(?m)^\\d+ path=(.*)$");

    TarHeader(byte[] block) throws IOException {
        this(fullName(block), size(text(block, 124, 12).strip()), (char) block[156]);
    }

    /** The name in the records of a pax header. */
    static Optional<String> paxPath(String records) {
        Matcher path = PAX_PATH.matcher(records);
        return path.find() ? Optional.of(path.group(1)) : Optional.empty();
    }

    private static String fullName(byte[] block) {
        String name = text(block, 0, 100);
        String prefix = text(block, 257, 5).equals("ustar") ? text(block, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** Octal digits; what is larger than they can tell is larger than anything here. */
    private static long size(String octal) throws IOException {
        if (!octal.matches("[0-7]{1,12}")) {
            throw new IOException("the archive has a file of unreadable size");
        }
        return Long.parseLong(octal, 8);
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.UTF_8);
    }
}
