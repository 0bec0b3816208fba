package dev.readback.say;

import dev.readback.say.CommonFailures.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;

/** Speaks by the {@code say} blocks of the phrasebook, and by what programs are known to print when they fail. Thread-safe. */
public final class PhrasebookSayer implements Sayer {

    private static final String FOLDER = "/phrasebook/";
    private static final String LOCAL = "local";
    private static final int MOST_WORDS_OF_AN_ERROR = 40;

    private final Map<String, Saying> sayings;
    private final String user;

    private PhrasebookSayer(Map<String, Saying> sayings, String user) {
        this.sayings = Map.copyOf(sayings);
        this.user = user;
    }

    /** @param user who commands run as, for the line in sudoers that would help */
    public static PhrasebookSayer shipped(String user) {
        return load(Map.of(), user);
    }

    /**
     * The shipped sentences with those of a person's own phrasebook files added; theirs win.
     *
     * @param own file name → YAML
     * @throws SayingException where a file is wrong; the message names it and the entry
     */
    public static PhrasebookSayer load(Map<String, String> own, String user) {
        Map<String, Saying> sayings = new HashMap<>();
        for (String name : resource("index").lines().map(String::strip).toList()) {
            if (!name.isEmpty()) {
                sayings.putAll(SayingReader.read("phrasebook/" + name, resource(name)));
            }
        }
        own.forEach((name, text) -> sayings.putAll(SayingReader.read(name, text)));
        return new PhrasebookSayer(sayings, user);
    }

    private static String resource(String name) {
        try (InputStream in = PhrasebookSayer.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new SayingException("phrasebook/" + name, "file", "is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String result(CommandResult result) {
        Saying saying = sayings.getOrDefault(result.intent(), Saying.NONE);
        String act = Text.lowerFirst(Acts.imperative(saying, result.line(), result.slots()));
        Told told = new Told(result, act, user);
        String said = switch (result.ending()) {
            case EXITED -> exited(saying, told);
            case TIMED_OUT -> Endings.timedOut(result);
            case CANCELLED -> Endings.cancelled();
            case NOT_STARTED -> Endings.notStarted(result, told);
            case INTERRUPTED -> Endings.interrupted(act);
        };
        return Speech.speakable(elsewhere(result.host(), said));
    }

    private static String elsewhere(String host, String said) {
        return host.equals(LOCAL) ? said : "On " + host + ": " + said.replace("on this machine", "there");
    }

    private static String exited(Saying saying, Told told) {
        CommandResult result = told.result();
        return saying.fails().stream()
                .filter(failure -> failure.fits(result))
                .findFirst()
                .map(failure -> filled(failure.say(), result))
                .or(() -> spoken(saying, result))
                .or(() -> result.exitCode() == 0 ? Optional.empty() : CommonFailures.say(told))
                .orElseGet(() -> result.exitCode() == 0 ? OutputSpeech.say(result) : failed(result));
    }

    private static Optional<String> spoken(Saying saying, CommandResult result) {
        try {
            return saying.speaker()
                    .flatMap(speaker -> speaker.speak(result))
                    .or(() -> result.exitCode() == 0 ? ok(saying, result) : Optional.empty());
        } catch (IndexOutOfBoundsException | NumberFormatException | PatternSyntaxException e) {
            // output in a form the speaker does not know is still read out as it is
            return Optional.empty();
        }
    }

    private static Optional<String> ok(Saying saying, CommandResult result) {
        if (saying.count().isPresent()) {
            long lines = Math.max(0, Text.lines(result.output()).size() - saying.header());
            return Optional.of(Text.thereAre(lines, saying.count().get()));
        }
        if (saying.pattern().isEmpty()) {
            return saying.ok().map(ok -> filled(ok, result));
        }
        Matcher matcher = saying.pattern().get().matcher(result.output());
        return matcher.find()
                ? saying.ok().map(ok -> Text.fill(ok, name -> named(matcher, name, result)))
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
        List<String> lines = Text.lines(result.output());
        if (lines.isEmpty()) {
            return "That failed with exit status " + result.exitCode() + ", and said nothing.";
        }
        return "That failed: " + Text.sentence(Speech.cut(lines.getLast(), MOST_WORDS_OF_AN_ERROR));
    }

    @Override
    public String readBack(
            String line,
            String host,
            String intent,
            Map<String, String> slots,
            List<String> reasons,
            List<String> doubtful) {
        Saying saying = sayings.getOrDefault(intent, Saying.NONE);
        String question = Acts.imperative(saying, line, slots) + " " + Acts.place(host) + "?";
        String why = saying.ask().isEmpty() && !reasons.isEmpty() ? " " + Text.sentence(reasons.getFirst()) : "";
        return question + why + doubts(doubtful);
    }

    @Override
    public String repeatBack(
            String line,
            String host,
            String intent,
            Map<String, String> slots,
            List<String> reasons,
            List<String> doubtful,
            String object) {
        Saying saying = sayings.getOrDefault(intent, Saying.NONE);
        String act = Acts.thirdPerson(Acts.imperative(saying, line, slots));
        String about =
                line.contains(object) && !act.contains(object) && saying.ask().isPresent()
                        ? ", namely " + object + ","
                        : "";
        return "This " + act + about + " " + Acts.place(host) + " for good." + doubts(doubtful)
                + " To go ahead, say its name: " + sayable(object) + ".";
    }

    /** A path's last part is enough to say. */
    private static String sayable(String object) {
        String bare = object.length() > 1 && object.endsWith("/") ? object.substring(0, object.length() - 1) : object;
        String last = bare.substring(bare.lastIndexOf('/') + 1);
        return last.isEmpty() ? object : last;
    }

    private static String doubts(List<String> doubtful) {
        return doubtful.isEmpty() ? "" : " I am not sure I heard " + Text.list(doubtful, 3) + " right.";
    }

    @Override
    public String denial(String line, String host, List<String> reasons, boolean hardFloor) {
        String why = reasons.isEmpty()
                ? "it is not allowed"
                : Text.lowerFirst(reasons.getFirst().strip());
        String where = host.equals(LOCAL) ? "" : " on " + host;
        return "I won't run that" + where + ": " + Text.sentence(why)
                + (hardFloor ? "" : " The policy file could allow it.");
    }
}
