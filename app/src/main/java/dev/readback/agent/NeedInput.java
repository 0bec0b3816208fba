package dev.readback.agent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark by which an agent that thinks pauses for an answer:
 * {@code <<<NEED_INPUT>>> question <<<CONTEXT>>> what it was doing <<<END_INPUT>>>}, with an optional {@code channel=name} after the first mark.
 * Looked for in what an agent says, never in the output of a command.
 *
 * @param question what it asks; not blank
 * @param context what it was doing; may be empty
 * @param channel the channel it names; advice only
 */
public record NeedInput(String question, String context, Optional<String> channel) {

    private static final Pattern MARK = Pattern.compile(
            "<<<NEED_INPUT(?:>>>\\s*channel=(?<after>[\\w-]+)|\\s+channel=(?<inside>[\\w-]+)>>>|>>>)"
                    + "(?<question>(?:(?!<<<).)*+)(?:<<<CONTEXT>>>(?<context>(?:(?!<<<).)*+))?<<<END_INPUT>>>",
            Pattern.DOTALL);

    /** The first complete mark in a text. */
    public static Optional<NeedInput> in(String text) {
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            String question = mark.group("question").strip();
            if (!question.isEmpty()) {
                String context =
                        Optional.ofNullable(mark.group("context")).orElse("").strip();
                Optional<String> channel =
                        Optional.ofNullable(mark.group("after")).or(() -> Optional.ofNullable(mark.group("inside")));
                return Optional.of(new NeedInput(question, context, channel));
            }
        }
        return Optional.empty();
    }
}
