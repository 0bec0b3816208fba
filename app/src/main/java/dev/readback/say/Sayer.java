package dev.readback.say;

import java.util.List;
import java.util.Map;

/** Turns results and plans into speakable sentences: most important first, at most 30 seconds of speech. Thread-safe. */
public interface Sayer {

    /** One sentence, seldom two, on how a command went. */
    String result(CommandResult result);

    /**
     * The read-back: one question that names what would be done, to what object and on which host.
     *
     * @param reasons the gate's reasons for asking
     * @param doubtful slot values that were guessed; the sentence says so
     */
    String readBack(
            String line,
            String host,
            String intent,
            Map<String, String> slots,
            List<String> reasons,
            List<String> doubtful);

    /** What a person must do to let an irreversible command run: repeat {@code object}. */
    String repeatBack(
            String line,
            String host,
            String intent,
            Map<String, String> slots,
            List<String> reasons,
            List<String> doubtful,
            String object);

    /** Why a command does not run. */
    String denial(String line, String host, List<String> reasons, boolean hardFloor);
}
