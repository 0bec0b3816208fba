package dev.readback.say;

import java.util.List;

/** Turns results and plans into speakable sentences: most important first, at most 30 seconds of speech. Thread-safe. */
public interface Sayer {

    /** One sentence, seldom two, on how a command went. */
    String result(CommandResult result);

    /**
     * Reads on after {@link #result}, some five lines or items at a time.
     *
     * @param from where to go on: 0 at first, then the last portion's {@code next}
     */
    Portion more(CommandResult result, int from);

    /**
     * Reads one line of the output; says how many there are when there is no such line.
     *
     * @param number 1 is the first line, -1 the last
     */
    String line(CommandResult result, int number);

    /** What was run and what its outcome means, in one or two sentences. */
    String why(CommandResult result);

    /** The amounts in a result that make a small picture, most urgent first, at most 8. */
    List<Figure> figures(CommandResult result);

    /** One question that names what would be done, to what object and on which host, and what that touches. */
    String readBack(ReadBack readBack);

    /** What a person must do to let an irreversible command run: repeat {@code object}. */
    String repeatBack(ReadBack readBack, String object);

    /** Why a command does not run. */
    String denial(String line, String host, List<String> reasons, boolean hardFloor);

    /**
     * A part of an output, read out.
     *
     * @param text what to say
     * @param next where the next part begins
     * @param ended whether this was the last one
     */
    record Portion(String text, int next, boolean ended) {}
}
