package dev.readback.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What became of one clip. Filled in by one thread. Milliseconds count from the end of speech in the clip. */
final class Turn {

    final Clip clip;
    final List<String> finals = new ArrayList<>();
    final Set<String> executions = new LinkedHashSet<>();
    final Map<String, Long> stages = new LinkedHashMap<>();
    final List<String> troubles = new ArrayList<>();
    final List<String> ran = new ArrayList<>();
    final List<String> wrong = new ArrayList<>();
    final List<String> unasked = new ArrayList<>();
    Optional<Double> finalMs = Optional.empty();
    Optional<Double> firstAudioMs = Optional.empty();
    String said = "";
    long lateMs;
    boolean cutOff;
    boolean asked;

    Turn(Clip clip) {
        this.clip = clip;
    }

    void heard(String text, double ms) {
        finals.add(text);
        finalMs = Optional.of(ms);
        cutOff = cutOff || ms < 0;
    }

    /** What was heard in all: the last text, where that tells everything again, else all of them. */
    String heard() {
        if (finals.isEmpty()) {
            return "";
        }
        String joined = String.join(" ", finals);
        String wanted = clip.sentence().words();
        return WordErrors.wrong(wanted, finals.getLast()) <= WordErrors.wrong(wanted, joined)
                ? finals.getLast()
                : joined;
    }

    int wrongWords() {
        return WordErrors.wrong(clip.sentence().words(), heard());
    }

    String line() {
        return "%s \"%s\" heard \"%s\" final %s first audio %s%s%s%s%s%s"
                .formatted(
                        clip.about(),
                        clip.sentence().words(),
                        String.join("\" \"", finals),
                        finalMs.map("%.0f"::formatted).orElse("-"),
                        firstAudioMs.map("%.0f"::formatted).orElse("-"),
                        cutOff ? " CUT OFF" : "",
                        asked ? " asked" : "",
                        wrong.isEmpty() ? "" : " WRONG " + wrong,
                        unasked.isEmpty() ? "" : " UNASKED " + unasked,
                        troubles.isEmpty() ? "" : " " + troubles);
    }
}
