package dev.readback.say;

import java.util.List;

/** Says how many of something the lines of an output are, and which when they are few and short. */
final class Counting {

    private static final int MOST_NAMED = 5;
    private static final int LONGEST_NAME = 40;

    private Counting() {}

    static Answer say(String noun, int header, CommandResult result) {
        List<String> lines = Text.lines(result.output()).stream()
                .filter(line -> !line.startsWith("WARNING: apt"))
                .skip(header)
                .map(line -> line.contains(":x:") ? Text.before(line, ":") : line)
                .toList();
        boolean names = !lines.isEmpty()
                && lines.size() <= MOST_NAMED
                && lines.stream().allMatch(line -> line.length() <= LONGEST_NAME && line.indexOf(' ') < 0);
        String there = Text.thereAre(lines.size(), noun);
        return Answer.of(names ? Text.withoutEnd(there, ".") + ": " + Text.list(lines, MOST_NAMED) + "." : there)
                .items(lines, names ? lines.size() : 0);
    }
}
