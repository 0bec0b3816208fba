package dev.readback.intent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command line that is said or typed as such: "run df minus h", "execute ./backup.sh", "$ df -h", or simply {@code df -h}. */
final class ExplicitCommand {

    private static final Set<String> VERBS = Set.of("run", "execute");

    /** Programs that are English words as well: believed only with an option after them. */
    private static final Set<String> ENGLISH = Set.of(
            "find",
            "who",
            "kill",
            "test",
            "top",
            "last",
            "date",
            "time",
            "make",
            "stop",
            "host",
            "watch",
            "sort",
            "cut",
            "split",
            "join",
            "head",
            "tail",
            "less",
            "more",
            "at",
            "yes",
            "which",
            "man",
            "service",
            "mount",
            "open",
            "install",
            "free",
            "uptime",
            "cat",
            "history",
            "file",
            "reboot",
            "shutdown",
            "sleep",
            "tree",
            "look",
            "users",
            "groups",
            "passwd",
            "write",
            "touch",
            "sync",
            "clear",
            "echo",
            "locate",
            "node",
            "go",
            "screen",
            "jobs",
            "dig",
            "patch");

    private static final Set<String> FUNCTION_WORDS = Set.of(
            "the", "a", "an", "of", "on", "in", "for", "me", "is", "are", "and", "then", "please", "my", "with", "that",
            "this", "it", "what", "how", "why", "to", "into", "from", "at", "by", "about", "all", "any", "you", "i",
            "was", "were", "has", "have", "had", "did", "does", "do", "not", "should", "could", "would", "will", "be",
            "been", "can", "may", "we", "they", "he", "she", "him", "her", "them", "us");

    private final Set<String> programs;
    private final Wording wording;

    ExplicitCommand(Set<String> programs, Wording wording) {
        this.programs = programs;
        this.wording = wording;
    }

    /** The command line after "run", "execute" or "$"; "run" is believed only before what looks like a command. */
    Optional<String> asked(Tokens tokens, Names names) {
        if (tokens.size() > 1 && tokens.word(0).equals("$")) {
            return Optional.of(tokens.source().substring(tokens.get(0).end()).strip());
        }
        if (tokens.size() < 2 || !VERBS.contains(tokens.word(0))) {
            return Optional.empty();
        }
        int named = commandWords(tokens);
        Tokens rest = tokens.from(1 + named);
        boolean meant = named > 0 || tokens.word(0).equals("execute");
        boolean believed = meant ? !FUNCTION_WORDS.contains(rest.word(0)) : isCommand(rest, names);
        return believed ? Optional.of(line(rest, names)) : Optional.empty();
    }

    private static int commandWords(Tokens tokens) {
        for (List<String> words :
                List.of(List.of("the", "shell", "command"), List.of("the", "command"), List.of("command"))) {
            if (tokens.at(1, words) && tokens.size() > words.size() + 1) {
                return words.size();
            }
        }
        return 0;
    }

    private boolean isCommand(Tokens rest, Names names) {
        return programs.contains(wording.meant(rest).word(0))
                || names.programs().contains(rest.word(0))
                || rest.get(0).raw().matches("(\\.{0,2}|~)/.+|.*[;|&$`<>].*");
    }

    /** A command line typed without any verb. */
    Optional<String> typed(Tokens tokens, Names names) {
        String first = tokens.get(0).raw();
        boolean option = tokens.list().stream().anyMatch(token -> token.raw().startsWith("-"));
        boolean known = programs.contains(first) && (option || !ENGLISH.contains(first)) && tokens.size() > 1;
        boolean sentence = tokens.words().stream().anyMatch(FUNCTION_WORDS::contains);
        boolean pauses = !option && tokens.to(tokens.size() - 1).list().stream().anyMatch(Token::pause);
        return known && !sentence && !pauses ? Optional.of(line(tokens, names)) : Optional.empty();
    }

    /** From its first word on; what is no part of it any more, such as "please" or another request, is left out. */
    private static String written(Tokens rest) {
        int end = rest.get(rest.size() - 1).end();
        boolean more = rest.source().substring(end).chars().anyMatch(Character::isLetterOrDigit);
        String source = more ? rest.source().substring(0, end) : rest.source();
        return source.substring(rest.get(0).start()).strip();
    }

    /** What was typed is taken as it stands, byte for byte; only what was spoken ("minus r f slash", "h top") is written out. */
    private String line(Tokens rest, Names names) {
        String written = written(rest);
        String first = rest.get(0).raw();
        boolean typed = written.matches("(?s).*[-/|<>;&$*\"'=~`(){}\\[\\]\\\\].*");
        boolean known = written.startsWith(first)
                && (programs.contains(first) || names.programs().contains(first));
        boolean spoken = rest.words().stream().anyMatch(SpokenLine::isSymbol);
        return typed || (known && !spoken) ? written : SpokenLine.write(wording.meant(rest));
    }
}
