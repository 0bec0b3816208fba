package dev.readback.gate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges lines from a stream: {@code verdict<TAB>reasons<TAB>command} for each, in order. A line feed ends a line and nothing else
 * does; the command is echoed byte for byte. Lines are judged side by side, a block at a time.
 */
public final class GateLines {

    private static final int BLOCK = 512;

    private GateLines() {}

    /** @return the exit status, 0 */
    public static int run(Gate gate, InputStream in, OutputStream out) {
        try {
            InputStream from = new BufferedInputStream(in);
            OutputStream to = new BufferedOutputStream(out);
            List<byte[]> block = new ArrayList<>();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int c;
            while ((c = from.read()) >= 0) {
                if (c != '\n') {
                    line.write(c);
                    continue;
                }
                block.add(line.toByteArray());
                line.reset();
                if (block.size() == BLOCK || from.available() == 0) {
                    write(gate, block, to);
                }
            }
            if (line.size() > 0) {
                block.add(line.toByteArray());
            }
            write(gate, block, to);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read lines or write verdicts", e);
        }
    }

    private static void write(Gate gate, List<byte[]> block, OutputStream to) throws IOException {
        List<String> words =
                block.parallelStream().map(line -> word(gate, line)).toList();
        for (int i = 0; i < block.size(); i++) {
            to.write(words.get(i).getBytes(StandardCharsets.UTF_8));
            to.write(block.get(i));
            to.write('\n');
        }
        to.flush();
        block.clear();
    }

    private static String word(Gate gate, byte[] line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            Judgement judgement = gate.judge(text);
            return judgement.verdict().word() + "\t" + String.join("; ", judgement.reasons()) + "\t";
        } catch (CharacterCodingException e) {
            return Verdict.DENY.word() + "\tThe line is not valid UTF-8 text.\t";
        }
    }
}
