package dev.readback.say;

import java.util.ArrayList;
import java.util.List;

/** Reads an output out bit by bit, after its summary. Pure. */
final class Portions {

    private static final int MOST_ITEMS = 5;
    private static final int MOST_WORDS = 70;
    private static final int MOST_OF_ONE = 30;
    private static final String END = "That was all.";

    private Portions() {}

    static Sayer.Portion more(Answer answer, CommandResult result, int from) {
        List<String> items = answer.items().isEmpty() ? readable(result.output()) : answer.items();
        int start = (int) Math.min(items.size(), answer.told() + (long) Math.max(0, from));
        List<String> said = new ArrayList<>();
        int words = 0;
        int at = start;
        while (at < items.size() && said.size() < MOST_ITEMS) {
            String next = Text.sentence(Speech.line(items.get(at), MOST_OF_ONE));
            words += Speech.words(next);
            if (words > MOST_WORDS && !said.isEmpty()) {
                break;
            }
            said.add(next);
            at++;
        }
        return portion(said, at - answer.told(), at >= items.size() && !result.truncated(), at >= items.size());
    }

    private static Sayer.Portion portion(List<String> said, int next, boolean all, boolean ended) {
        if (ended) {
            said.add(all ? END : "That is as much as I kept.");
        }
        return new Sayer.Portion(String.join(" ", said), Math.max(0, next), ended);
    }

    /** The lines that hold something to say. */
    static List<String> readable(String output) {
        if (OutputSpeech.isBinary(output)) {
            return List.of();
        }
        return output.lines().map(String::strip).filter(Portions::isTelling).toList();
    }

    static boolean isTelling(String line) {
        return line.chars().limit(200).anyMatch(Character::isLetterOrDigit);
    }

    static String line(CommandResult result, int number) {
        List<String> lines = output(result);
        if (lines.isEmpty()) {
            return "It printed nothing.";
        }
        if (OutputSpeech.isBinary(result.output())) {
            return "That is not text, so I cannot read it out.";
        }
        int index = number < 0 ? lines.size() + number : number - 1;
        if (index < 0 || index >= lines.size()) {
            return "There is no such line; it printed " + Text.counted(lines.size(), "line") + ".";
        }
        String said = Speech.line(lines.get(index), Speech.MOST_WORDS - 5);
        return said.isEmpty() ? "That line is empty." : Speech.speakable(said);
    }

    /** As printed, without empty lines at the end. */
    private static List<String> output(CommandResult result) {
        return result.output().stripTrailing().lines().toList();
    }
}
