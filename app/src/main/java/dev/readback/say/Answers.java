package dev.readback.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Finds what a result comes to: by its intent's saying, by how programs fail, else by its lines. Pure. */
final class Answers {

    /** A pattern of the phrasebook looks no further. */
    private static final int MOST_MATCHED = 65_536;

    private static final int MOST_WORDS_OF_AN_ERROR = 40;

    private final Map<String, Saying> sayings;
    private final String user;

    Answers(Map<String, Saying> sayings, String user) {
        this.sayings = Map.copyOf(sayings);
        this.user = user;
    }

    Saying saying(String intent) {
        return sayings.getOrDefault(intent, Saying.NONE);
    }

    /** A line that no intent speaks for is spoken like the intent that runs exactly this line. */
    private Saying saying(CommandResult result) {
        return sayings.getOrDefault(
                result.intent(), sayings.getOrDefault(SayingReader.ofLine(result.line()), Saying.NONE));
    }

    Told told(CommandResult result) {
        String act = Text.lowerFirst(Acts.imperative(saying(result.intent()), result.line(), result.slots()));
        return Told.of(result, act, user);
    }

    Answer of(CommandResult result) {
        if (result.intent().equals(TaskSpeech.INTENT)) {
            return TaskSpeech.of(result);
        }
        return switch (result.ending()) {
            case EXITED -> exited(saying(result), result.withOutput(Excerpt.shortLines(result.output())));
            case TIMED_OUT -> Answer.of(Endings.timedOut(result));
            case CANCELLED -> Answer.of(Endings.cancelled());
            case NOT_STARTED -> Answer.of(Endings.notStarted(result, told(result)));
            case INTERRUPTED -> Answer.of(Endings.interrupted(told(result).act()));
        };
    }

    /** What a failure means; empty when it is none that is known. */
    Optional<String> meaning(CommandResult result) {
        Told told = told(result);
        return particular(saying(result.intent()), told).or(() -> Failures.say(told));
    }

    private Answer exited(Saying saying, CommandResult result) {
        Optional<Answer> said = particular(saying, told(result)).map(Answer::of).or(() -> spoken(saying, result));
        if (result.exitCode() == 0) {
            return said.orElseGet(() -> OutputSpeech.say(result));
        }
        return said.orElseGet(() -> Answer.of(Failures.say(told(result)).orElseGet(() -> failed(result))));
    }

    private static Optional<String> particular(Saying saying, Told told) {
        return saying.fails().stream()
                .filter(failure -> failure.fits(told.result(), told.telling()))
                .findFirst()
                .map(failure -> filled(failure.say(), told.result()));
    }

    private static Optional<Answer> spoken(Saying saying, CommandResult result) {
        try {
            return saying.speaker()
                    .flatMap(speaker -> speaker.speak(result))
                    .or(() -> result.exitCode() == 0 ? ok(saying, result) : Optional.empty());
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // output in a form the speaker does not know is still read out as it is
            return Optional.empty();
        }
    }

    private static Optional<Answer> ok(Saying saying, CommandResult result) {
        if (saying.nothing().isPresent() && result.output().isBlank()) {
            return saying.nothing().map(nothing -> Answer.whole(filled(nothing, result)));
        }
        if (saying.count().isPresent()) {
            return Optional.of(Counting.say(saying.count().get(), saying.header(), result));
        }
        if (saying.pattern().isEmpty()) {
            return saying.ok().map(ok -> Answer.of(filled(ok, result)));
        }
        String output = result.output();
        Matcher matcher = saying.pattern()
                .get()
                .matcher(output.length() > MOST_MATCHED ? output.substring(0, MOST_MATCHED) : output);
        return matcher.find()
                ? saying.ok().map(ok -> Answer.of(Text.fill(ok, name -> named(matcher, name, result))))
                : Optional.empty();
    }

    private static String filled(String template, CommandResult result) {
        return Text.fill(template, name -> result.slots().getOrDefault(name, ""));
    }

    private static String named(Matcher matcher, String name, CommandResult result) {
        if (!matcher.namedGroups().containsKey(name)) {
            return result.slots().getOrDefault(name, "");
        }
        String value = matcher.group(name);
        return value == null ? "" : value.strip();
    }

    private static String failed(CommandResult result) {
        List<String> lines = Portions.readable(Excerpt.telling(result.output()));
        if (lines.isEmpty()) {
            return "That failed with exit status " + result.exitCode() + ", and said nothing.";
        }
        return "That failed: " + Text.sentence(Speech.line(ErrorLines.telling(lines), MOST_WORDS_OF_AN_ERROR));
    }
}
