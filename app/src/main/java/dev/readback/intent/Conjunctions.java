package dev.readback.intent;

import dev.readback.intent.Sentences.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Several requests in one breath: "first tell me how full the disk is and then restart cron". */
final class Conjunctions {

    private static final List<List<String>> SEPARATORS = Stream.of(
                    "and after that",
                    "and then",
                    "and also",
                    "after that",
                    "followed by",
                    "and finally",
                    "as well as",
                    "then",
                    "and",
                    "also",
                    "plus",
                    "afterwards",
                    "finally",
                    ";",
                    "&&")
            .map(words -> List.of(words.split(" ")))
            .toList();

    private static final int MOST_REQUESTS = 8;

    private final Sentences sentences;
    private final Corrections corrections;
    private final Again again;

    Conjunctions(Sentences sentences, Corrections corrections, Again again) {
        this.sentences = sentences;
        this.corrections = corrections;
        this.again = again;
    }

    private record Segment(int from, int to) {}

    /** All of the requests, or empty where one of them is not understood: nothing of a sentence half understood is done. */
    Optional<List<Understanding>> understand(Tokens tokens, Setting setting) {
        List<Segment> segments = segments(tokens);
        if (segments.size() < 2 || segments.size() > MOST_REQUESTS) {
            return Optional.empty();
        }
        List<Understanding> done = new ArrayList<>();
        return all(tokens, segments, 0, Optional.empty(), setting, done) ? Optional.of(done) : Optional.empty();
    }

    private static List<Segment> segments(Tokens tokens) {
        List<Segment> segments = new ArrayList<>();
        int start = tokens.at(0, List.of("first")) ? 1 : 0;
        int at = start;
        while (at < tokens.size()) {
            int separator = separatorAt(tokens, at);
            boolean pause = separator == 0 && tokens.get(at).pause() && at + 1 < tokens.size();
            if (separator > 0 || pause) {
                int end = pause ? at + 1 : at;
                if (end > start) {
                    segments.add(new Segment(start, end));
                }
                start = pause ? at + 1 : at + separator;
                at = start;
            } else {
                at++;
            }
        }
        if (start < tokens.size()) {
            segments.add(new Segment(start, tokens.size()));
        }
        return segments;
    }

    private static int separatorAt(Tokens tokens, int at) {
        for (List<String> separator : SEPARATORS) {
            if (tokens.at(at, separator)) {
                return separator.size();
            }
        }
        return 0;
    }

    /** Takes as many segments as make one request, then the rest: a name may hold an "and". */
    private boolean all(
            Tokens tokens,
            List<Segment> segments,
            int next,
            Optional<Tokens> before,
            Setting setting,
            List<Understanding> done) {
        if (next == segments.size()) {
            return true;
        }
        for (int last = segments.size(); last > next; last--) {
            Tokens part = tokens.slice(
                    segments.get(next).from(), segments.get(last - 1).to());
            Optional<Understanding> understood = one(part, before, setting);
            if (understood.isPresent()) {
                Understanding result = understood.get();
                Setting then = result instanceof Understanding.Act act ? setting.with(act.focus()) : setting;
                done.add(result);
                if (all(tokens, segments, last, Optional.of(part), then, done)) {
                    return true;
                }
                done.removeLast();
            }
        }
        return false;
    }

    private Optional<Understanding> one(Tokens part, Optional<Tokens> before, Setting setting) {
        Optional<Understanding> whole = again.same(part, setting).or(() -> sentences.understand(part, setting));
        return whole.isPresent() ? whole : before.flatMap(request -> corrections.substituted(request, part, setting));
    }
}
