package dev.readback.agent;

/** What became of preparing a line. */
public sealed interface Preparation {

    /** It can be run, exactly so. */
    record Ready(Invocation invocation) implements Preparation {}

    /**
     * It cannot be run on that host.
     *
     * @param why as a shell would put it, such as {@code docker: command not found}, or a sentence
     */
    record Impossible(String why) implements Preparation {}
}
