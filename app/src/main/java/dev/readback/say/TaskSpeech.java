package dev.readback.say;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says what an agent that thinks answered: its own sentences, the first ones; the rest can be asked for. Pure. */
final class TaskSpeech {

    /** The intent of tasks. */
    static final String INTENT = "agent.task";

    /** Where what it ran begins; that is shown, not said. */
    private static final String RAN = "What it ran:\n";

    private static final int MOST_WORDS = 75;
    private static final int LONGEST_SENTENCE = 60;
    private static final String NOTHING = "It is done; the agent had nothing to say about it.";
    private static final Pattern CODE = Pattern.compile("(?s)```[^\\n]*\\n?.*?(```|$)");
    private static final Pattern MARK = Pattern.compile("(?m)^\\s{0,8}(?:[-*+•]|\\d{1,3}[.)]|#{1,6}|>)\\s+");
    private static final Pattern EMPHASIS = Pattern.compile("[*`]{1,3}|(?<!\\w)_{1,2}|_{1,2}(?!\\w)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]{1,200})]\\([^)\\n]{1,500}\\)");

    private TaskSpeech() {}

    static Answer of(CommandResult result) {
        return switch (result.ending()) {
            case EXITED -> said(sentences(reply(result.output())));
            case TIMED_OUT ->
                Answer.of(
                        "The agent had not finished after " + Units.duration(result.duration()) + ", so I stopped it.");
            case CANCELLED -> Answer.of(Endings.cancelled());
            case NOT_STARTED -> Answer.whole(result.output());
            case INTERRUPTED -> Answer.of("I do not know what became of that. I have not asked for it again.");
        };
    }

    private static String reply(String output) {
        int ran = output.startsWith(RAN) ? 0 : output.indexOf("\n\n" + RAN);
        return ran < 0 ? output : output.substring(0, ran);
    }

    private static Answer said(List<String> sentences) {
        int count = 0;
        int words = 0;
        while (count < sentences.size() && (count == 0 || words + Speech.words(sentences.get(count)) <= MOST_WORDS)) {
            words += Speech.words(sentences.get(count));
            count++;
        }
        if (count == 0) {
            return Answer.whole(NOTHING);
        }
        String first = String.join(" ", sentences.subList(0, count));
        return Answer.of(count < sentences.size() ? first + " There is more." : first)
                .items(sentences, count);
    }

    /** As they are spoken: without Markdown, code left out. */
    private static List<String> sentences(String reply) {
        String plain = CODE.matcher(reply).replaceAll(" ");
        plain = LINK.matcher(MARK.matcher(plain).replaceAll("")).replaceAll("$1");
        plain = EMPHASIS.matcher(plain).replaceAll("");
        List<String> sentences = new ArrayList<>();
        plain.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> cut(line, sentences));
        return sentences;
    }

    private static void cut(String line, List<String> sentences) {
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        ends.setText(line);
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; from = to, to = ends.next()) {
            String sentence = line.substring(from, to).strip();
            if (Portions.isTelling(sentence)) {
                sentences.add(Text.sentence(Speech.line(sentence, LONGEST_SENTENCE)));
            }
        }
    }
}
