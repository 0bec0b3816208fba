package dev.readback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What came out, as Markdown. */
final class VoiceTables {

    private final List<Turn> turns;

    VoiceTables(List<Turn> turns) {
        this.turns = turns;
    }

    String markdown() {
        return String.join("\n", latency(), "", turnTaking(), "", words(), "", deeds());
    }

    /** Only of those that were not cut off: what answers half a sentence early is not fast. */
    private String latency() {
        List<Turn> whole = turns.stream().filter(turn -> !turn.cutOff).toList();
        List<String> rows = new ArrayList<>(
                List.of("| from the end of speech, in ms | p50 | p90 | most | of |", "|---|---|---|---|---|"));
        rows.add(row("final text", values(whole, turn -> turn.finalMs)));
        rows.add(row("first sound of the answer", values(whole, turn -> turn.firstAudioMs)));
        List<Turn> understood = whole.stream().filter(VoiceTables::served).toList();
        rows.add(row("final text, where it was understood", values(understood, turn -> turn.finalMs)));
        rows.add(row(
                "first sound of the answer, where it was understood", values(understood, turn -> turn.firstAudioMs)));
        for (String stage : List.of("final_text", "plan", "verdict", "run", "report", "first_audio")) {
            List<Double> reached = values(
                    whole, turn -> Optional.ofNullable(turn.stages.get(stage)).map(Long::doubleValue));
            rows.add(row("by the server's own clock: " + stage.replace('_', ' '), reached));
        }
        return String.join("\n", rows);
    }

    private String turnTaking() {
        List<String> rows =
                new ArrayList<>(List.of("| utterances | cut off before they were finished | of |", "|---|---|---|"));
        rows.add(cutOff("all", turn -> true));
        rows.add(cutOff("with a pause, the longest up to 300 ms", turn -> within(turn, 1, 300)));
        rows.add(cutOff("301 to 500 ms", turn -> within(turn, 301, 500)));
        rows.add(cutOff("501 to 700 ms", turn -> within(turn, 501, 700)));
        rows.add(cutOff(
                "with a pause where a whole request was said and more follows",
                turn -> turn.clip.pausesAfterAWholeRequest()));
        return String.join("\n", rows);
    }

    private String words() {
        List<String> rows = new ArrayList<>(List.of("| words | wrong, missing or too many | of |", "|---|---|---|"));
        rows.add(wer("all", turn -> true));
        rows.add(wer("flite", turn -> turn.clip.speaker().engine().equals("flite")));
        rows.add(wer("espeak-ng", turn -> turn.clip.speaker().engine().equals("espeak-ng")));
        rows.add(wer("with noise at 15 to 20 dB", turn -> turn.clip.noise() > 0));
        return String.join("\n", rows);
    }

    private String deeds() {
        return String.join(
                "\n",
                "| | |",
                "|---|---|",
                count("utterances", turn -> true),
                count("no final text at all", turn -> turn.finals.isEmpty()),
                count("no sound of an answer", turn -> turn.firstAudioMs.isEmpty()),
                count("the commands that were meant ran, or were asked about", VoiceTables::served),
                count("something else ran than what was meant", turn -> !turn.wrong.isEmpty()),
                count("something that changes ran unasked", turn -> !turn.unasked.isEmpty()),
                count("the bench itself was 100 ms or more late with a frame", turn -> turn.lateMs >= 100),
                count("errors, fallbacks, lost connections", turn -> !turn.troubles.isEmpty()));
    }

    /** What changes is served once it is asked about; whether it is the right thing is the person's to see. */
    private static boolean served(Turn turn) {
        return turn.clip.sentence().changes() ? turn.asked : !turn.ran.isEmpty() && turn.wrong.isEmpty();
    }

    private String count(String what, Predicate<Turn> which) {
        return "| %s | %d |".formatted(what, turns.stream().filter(which).count());
    }

    private String cutOff(String what, Predicate<Turn> which) {
        List<Turn> some = turns.stream().filter(which).toList();
        long cut = some.stream().filter(turn -> turn.cutOff).count();
        return "| %s | %d | %d |".formatted(what, cut, some.size());
    }

    private String wer(String what, Predicate<Turn> which) {
        List<Turn> some = turns.stream().filter(which).toList();
        int wrong = some.stream().mapToInt(Turn::wrongWords).sum();
        int said = some.stream()
                .mapToInt(turn -> WordErrors.said(turn.clip.sentence().words()))
                .sum();
        return "| %s | %.1f %% | %d |".formatted(what, 100.0 * wrong / Math.max(1, said), said);
    }

    private static boolean within(Turn turn, int least, int most) {
        int pause = turn.clip.longestPause();
        return pause >= least && pause <= most;
    }

    private static List<Double> values(List<Turn> turns, Function<Turn, Optional<Double>> value) {
        return turns.stream().flatMap(turn -> value.apply(turn).stream()).toList();
    }

    private static String row(String what, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return "| %s | %s | %s | %s | %d |"
                .formatted(what, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 1), sorted.size());
    }

    private static String at(List<Double> sorted, double quantile) {
        return sorted.isEmpty() ? "-" : "%.0f".formatted(sorted.get((int) Math.round(quantile * (sorted.size() - 1))));
    }
}
