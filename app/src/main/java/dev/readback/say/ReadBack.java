package dev.readback.say;

import java.util.List;
import java.util.Map;

/**
 * What is read back before a command may run.
 *
 * @param line the command line
 * @param host the host it is for; {@code local} for this machine
 * @param intent the intent it came from
 * @param slots the intent's slot values
 * @param reasons the gate's reasons for asking
 * @param doubtful slot values that were guessed; the sentence says so
 * @param affects what would be touched, as short phrases, the most important first; the first two are said
 */
public record ReadBack(
        String line,
        String host,
        String intent,
        Map<String, String> slots,
        List<String> reasons,
        List<String> doubtful,
        List<String> affects) {

    public ReadBack {
        slots = Map.copyOf(slots);
        reasons = List.copyOf(reasons);
        doubtful = List.copyOf(doubtful);
        affects = List.copyOf(affects);
    }
}
