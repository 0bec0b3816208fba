package dev.readback.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks by the {@code say} blocks of the phrasebook, and by what programs are known to print when they fail. Thread-safe. */
public final class PhrasebookSayer implements Sayer {

    private static final int SAID_OF_WHAT_IS_TOUCHED = 2;
    private static final String FOLDER = "/phrasebook/";
    private static final String LOCAL = "local";

    private static final int MOST_FIGURES = 8;

    private final Answers answers;

    private PhrasebookSayer(Map<String, Saying> sayings, String user) {
        this.answers = new Answers(sayings, user);
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
        return Speech.speakable(elsewhere(result.host(), answers.of(result).sentence()));
    }

    private static String elsewhere(String host, String said) {
        return host.equals(LOCAL) ? said : "On " + host + ": " + said.replace("on this machine", "there");
    }

    @Override
    public Portion more(CommandResult result, int from) {
        return Portions.more(answers.of(result), result, from);
    }

    @Override
    public String line(CommandResult result, int number) {
        return Portions.line(result, number);
    }

    @Override
    public String why(CommandResult result) {
        return Speech.speakable(Reasons.of(result, answers));
    }

    @Override
    public List<Figure> figures(CommandResult result) {
        return answers.of(result).figures().stream()
                .sorted(Comparator.comparing(Figure::level)
                        .thenComparingDouble(figure -> figure.share().orElse(0))
                        .reversed())
                .limit(MOST_FIGURES)
                .toList();
    }

    @Override
    public String readBack(ReadBack asked) {
        Saying saying = answers.saying(asked.intent());
        String question = Acts.imperative(saying, asked) + Acts.place(saying, asked.host()) + "?";
        boolean unknown = saying.ask().isEmpty() && asked.affects().isEmpty();
        String why = unknown && !asked.reasons().isEmpty()
                ? " " + Text.sentence(asked.reasons().getFirst())
                : "";
        return question + touched(asked) + why + doubts(asked.doubtful());
    }

    @Override
    public String repeatBack(ReadBack asked, String object) {
        Saying saying = answers.saying(asked.intent());
        String act = Acts.thirdPerson(Acts.imperative(saying, asked));
        String about = asked.line().contains(object)
                        && !act.contains(object)
                        && saying.ask().isPresent()
                ? ", namely " + object + ","
                : "";
        return "This " + act + about + Acts.place(saying, asked.host()) + " for good." + touched(asked)
                + doubts(asked.doubtful()) + " To go ahead, say its name: " + sayable(object) + ".";
    }

    private static String touched(ReadBack asked) {
        return asked.affects().stream()
                .limit(SAID_OF_WHAT_IS_TOUCHED)
                .map(phrase -> " " + Text.sentence(Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1)))
                .collect(Collectors.joining());
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
