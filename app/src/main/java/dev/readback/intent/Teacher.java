package dev.readback.intent;

import dev.readback.conversation.Focus;
import dev.readback.intent.Lesson.Learnable;
import dev.readback.intent.Lesson.Refused;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out what a taught sentence would come to, as one exact command line, and whether it may be taught. Writes nothing. Thread-safe.
 */
public final class Teacher {

    private static final int MOST_WORDS = 12;
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'._@/+-]*");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\x{85}\\u2028\\u2029]");
    private static final Pattern CANNOT_BE_JOINED = Pattern.compile("[;&|#\\\\<]");

    private final Phrasebook shipped;
    private final Names names;
    private final Interpreter everything;
    private final PhrasebookInterpreter alone;

    /**
     * @param shipped the phrasebook without the person's own entries
     * @param everything what understands the request: own sentences and remembered names too
     */
    public Teacher(Phrasebook shipped, Names names, Interpreter everything) {
        this.shipped = shipped;
        this.names = names;
        this.everything = everything;
        this.alone = new PhrasebookInterpreter(shipped, names);
    }

    /** @param file what has been taught so far */
    public Lesson lesson(Deed.Teach teach, TaughtFile file) {
        return objection(teach.phrase()).<Lesson>map(Refused::new).orElseGet(() -> understood(teach, file));
    }

    private Optional<String> objection(String phrase) {
        List<String> words = Tokens.of(phrase).words();
        if (words.isEmpty()
                || !words.stream().allMatch(word -> PLAIN_WORD.matcher(word).matches())) {
            return Optional.of("A sentence to learn is made of plain words. I have learnt nothing.");
        }
        if (words.size() > MOST_WORDS) {
            return Optional.of("That sentence is too long to learn; " + MOST_WORDS + " words are the most.");
        }
        Predicate<String> empty = word -> shipped.vocabulary().skip().contains(word)
                || shipped.vocabulary().grammar().contains(word);
        return words.stream().allMatch(empty)
                ? Optional.of("\"" + phrase + "\" is too common a word to stand for a command.")
                : taken(phrase);
    }

    /** What the words mean already without any teaching. A name that was only guessed at is no such meaning. */
    private Optional<String> taken(String phrase) {
        String words = "\"" + phrase + "\"";
        return switch (alone.interpret(phrase, Focus.NONE, Command.LOCAL)) {
            case Interpretation.Planned(Plan plan, Focus focus) ->
                commands(plan).stream()
                        .filter(command -> command.doubtful().isEmpty())
                        .findFirst()
                        .map(command ->
                                words + " is taken already: it is " + command.intent() + ", " + command.line() + ".");
            case Interpretation.Clarify(String question, var choices) ->
                Optional.of(words + " is taken already: I would ask, " + question);
            case Interpretation.NotUnderstood free -> Optional.empty();
            case Interpretation.Answered answered -> Optional.of(words + " is taken already: I answer that in words.");
            case Interpretation.Cancel cancel -> Optional.of(words + " is how you take something back; it stays that.");
            case Interpretation.Own own -> Optional.of(words + " is taken already: that speaks to my memory.");
            case Interpretation.About about -> Optional.of(words + " is taken already: it asks about the last answer.");
            case Interpretation.Declined declined ->
                Optional.of(words + " is taken already, for yes, no, or what I cannot do.");
        };
    }

    private static List<Command> commands(Plan plan) {
        return plan instanceof Plan.Commands several ? several.commands() : List.of();
    }

    private Lesson understood(Deed.Teach teach, TaughtFile file) {
        return switch (everything.interpret(teach.request(), Focus.NONE, Command.LOCAL)) {
            case Interpretation.Planned(Plan.Commands plan, Focus focus) -> written(teach, plan.commands(), file);
            case Interpretation.Clarify(String question, var choices) ->
                new Refused("Say it in full, with everything it needs. " + question);
            case Interpretation.Planned thinking -> nothing(teach);
            case Interpretation.NotUnderstood no -> withoutRun(teach, file);
            case Interpretation.Answered no -> nothing(teach);
            case Interpretation.Cancel no -> nothing(teach);
            case Interpretation.Own no -> nothing(teach);
            case Interpretation.About no -> nothing(teach);
            case Interpretation.Declined no -> nothing(teach);
        };
    }

    /** "When I say X, run restart nginx." */
    private Lesson withoutRun(Deed.Teach teach, TaughtFile file) {
        String rest = teach.request().replaceFirst("(?i)^(?:run|execute|do) (?:the |a )?", "");
        return rest.equals(teach.request()) ? nothing(teach) : understood(new Deed.Teach(teach.phrase(), rest), file);
    }

    private static Refused nothing(Deed.Teach teach) {
        return new Refused("I do not know a command for \"" + teach.request()
                + "\", so I have learnt nothing. You can name one: run, and then the command line.");
    }

    private Lesson written(Deed.Teach teach, List<Command> commands, TaughtFile file) {
        if (commands.stream().anyMatch(command -> !command.host().equals(Command.LOCAL))) {
            return new Refused(
                    "Leave the machine out when you teach me; name it when you say the sentence, as in: on web1.");
        }
        Optional<String> line = joined(commands);
        return line.map(one -> checked(teach.phrase(), one, file))
                .orElseGet(() ->
                        new Refused("That is more than one command line can hold. Teach me one thing at a time."));
    }

    private static Optional<String> joined(List<Command> commands) {
        List<String> lines = commands.stream().map(Command::line).toList();
        Stream<Pattern> bad = lines.size() == 1 ? Stream.of(UNPRINTABLE) : Stream.of(UNPRINTABLE, CANNOT_BE_JOINED);
        boolean held = bad.noneMatch(
                pattern -> lines.stream().anyMatch(line -> pattern.matcher(line).find()));
        return held ? Optional.of(lines.stream().collect(Collectors.joining(" && "))) : Optional.empty();
    }

    /** Said with the entry in place, the sentence must come to exactly this line. */
    private Lesson checked(String phrase, String line, TaughtFile file) {
        String text = file.with(phrase, line);
        Phrasebook book = shipped.adding(List.of(new PhrasebookFile(TaughtFile.NAME, text)));
        Interpretation said = new PhrasebookInterpreter(book, names).interpret(phrase, Focus.NONE, Command.LOCAL);
        boolean comes = said instanceof Interpretation.Planned planned
                && commands(planned.plan()).stream().map(Command::line).toList().equals(List.of(line));
        return comes
                ? new Learnable(phrase, line, file.entry(phrase, line), text)
                : new Refused("I could not tell \"" + phrase + "\" from other requests. Choose other words.");
    }
}
