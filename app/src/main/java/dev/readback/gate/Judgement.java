package dev.readback.gate;

import java.util.List;
import java.util.Optional;

/**
 * What the gate found out about one command line.
 *
 * @param verdict the strictest verdict of any part of the line
 * @param reasons why, most important first, each a plain sentence that may be spoken; empty only for {@code ALLOW}
 * @param hardFloor whether a {@code DENY} can never be loosened (true) or comes from policy the owner may change (false)
 * @param object what a person must repeat before a {@code REPEAT} runs, such as a path, a unit or a volume; present exactly then
 * @param form how the line is to be run
 */
public record Judgement(
        Verdict verdict, List<String> reasons, boolean hardFloor, Optional<String> object, LineForm form) {

    public Judgement {
        reasons = List.copyOf(reasons);
        if (object.isPresent() != (verdict == Verdict.REPEAT)) {
            throw new IllegalArgumentException("object goes with REPEAT, and only with it");
        }
    }
}
