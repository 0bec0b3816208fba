package dev.readback.agent.local;

import dev.readback.agent.Outcome.Output;
import dev.readback.agent.RunListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the growing output of a run as text and passes it on. For one thread. */
final class OutputTail implements AutoCloseable {

    /** How many bytes of output are kept. */
    static final int KEPT_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(OutputTail.class);

    private final Path file;
    private RunListener listener;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(8192);
    private final CharBuffer chars = CharBuffer.allocate(8192);
    private final StringBuilder text = new StringBuilder();
    private @Nullable FileChannel channel;
    private int read;

    OutputTail(Path file, RunListener listener) {
        this.file = file;
        this.listener = listener;
    }

    /** Passes on what has come since the last time; says whether anything has. */
    boolean pump() {
        int before = read;
        try {
            FileChannel open = open();
            while (read < KEPT_BYTES && readInto(open)) {
                bytes.flip();
                decoder.decode(bytes, chars, false);
                bytes.compact();
                pass();
            }
        } catch (IOException notYet) {
            // The file comes with the first process of the run; what cannot be read now is read at the end.
            return false;
        }
        if (read == before) {
            listener.quiet();
        }
        return read > before;
    }

    /**
     * The output as a whole.
     *
     * @param total how many bytes were printed, where the counter has finished
     */
    Output finish(OptionalLong total) {
        pump();
        // Where the counter goes on because something still prints in the background, a full file means more than it
        // holds.
        long printed = Math.max(read, total.orElse(read == KEPT_BYTES ? read + 1L : read));
        int begun = bytes.position();
        if (printed > read) {
            // The cut went through a character: what there is of it counts among what was dropped.
            return new Output(text.toString(), printed - read + begun);
        }
        bytes.flip();
        decoder.decode(bytes, chars, true);
        decoder.flush(chars);
        pass();
        return new Output(text.toString(), 0);
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException harmless) {
            LOG.atDebug()
                    .setMessage("output file not closed")
                    .setCause(harmless)
                    .log();
        }
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }
        return channel;
    }

    private boolean readInto(FileChannel open) throws IOException {
        bytes.limit(Math.min(bytes.capacity(), bytes.position() + KEPT_BYTES - read));
        int count = open.read(bytes);
        read += Math.max(0, count);
        return count > 0;
    }

    private void pass() {
        String piece = chars.flip().toString();
        chars.clear();
        text.append(piece);
        if (piece.isEmpty()) {
            return;
        }
        try {
            listener.output(piece);
        } catch (RuntimeException broken) {
            // Whoever listens must not be able to lose the run.
            LOG.atWarn()
                    .setMessage("listener failed and hears no more")
                    .setCause(broken)
                    .log();
            listener = RunListener.NONE;
        }
    }
}
