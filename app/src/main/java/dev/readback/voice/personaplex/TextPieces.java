package dev.readback.voice.personaplex;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text of the pieces a model says it in (SentencePiece): joined as they come, bytes that were said one by one put together, what is no text left out. Not thread-safe. */
final class TextPieces {

    private static final Set<String> CONTROL = Set.of("<s>", "</s>", "<unk>", "<pad>", "<bos>", "<eos>");
    private static final Pattern BYTE = Pattern.compile("<0x([0-9A-Fa-f]{2})>");
    private static final int MOST_BYTES = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** What is to be added to the text by now. */
    String add(String piece) {
        Matcher one = BYTE.matcher(piece);
        if (one.matches()) {
            bytes.write(Integer.parseInt(one.group(1), 16));
            return decoded(false);
        }
        return decoded(true) + (CONTROL.contains(piece.strip()) ? "" : piece);
    }

    /** What is still open is no sign any more. */
    void forget() {
        bytes.reset();
    }

    /** Bytes that make no whole sign yet are kept, unless no more can come. */
    private String decoded(boolean end) {
        if (bytes.size() == 0) {
            return "";
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer from = ByteBuffer.wrap(bytes.toByteArray());
        CharBuffer to = CharBuffer.allocate(from.remaining() + MOST_BYTES);
        decoder.decode(from, to, end);
        if (end) {
            decoder.flush(to);
        }
        bytes.reset();
        while (from.hasRemaining()) {
            bytes.write(from.get());
        }
        return to.flip().toString();
    }
}
