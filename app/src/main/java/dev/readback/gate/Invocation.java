package dev.readback.gate;

import java.util.List;

/**
 * One command about to be judged.
 *
 * @param program its base name, or the subcommand path of a wrapper
 * @param words its arguments, without the program itself
 * @param feed what it reads from standard input
 * @param scope what is known where it stands
 */
record Invocation(String program, List<Word> words, Feed feed, Scope scope) {

    /** Arguments as text, for those who need no more. */
    List<String> texts() {
        return words.stream().map(Word::text).toList();
    }

    Invocation with(String other, List<Word> arguments) {
        return new Invocation(other, arguments, feed, scope);
    }

    String spoken() {
        String all = String.join(" ", texts());
        return all.length() > 60 ? all.substring(0, 57) + "..." : all;
    }

    void rule(Ruling ruling) {
        scope.add(ruling);
    }

    String resolve(Paths paths, String raw) {
        return paths.resolve(raw, scope.directory());
    }
}
