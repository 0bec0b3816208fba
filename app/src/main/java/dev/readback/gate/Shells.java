package dev.readback.gate;

import dev.readback.gate.Word.Origin;
import java.util.List;

/** Judges shells by the script they are given; a shell that is given none is refused. */
final class Shells implements Special {

    private final Judge judge;

    Shells(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        List<Word> words = invocation.words();
        int at = 0;
        boolean command = false;
        boolean checkOnly = false;
        while (at < words.size() && words.get(at).text().matches("[-+].+")) {
            String flag = words.get(at).text();
            if (flag.equals("--")) {
                at++;
                break;
            }
            if (flag.matches("--(rcfile|init-file)|-[oO]|\\+[oO]")) {
                at++;
            }
            if (flag.matches("-[a-zA-Z]*[is][a-zA-Z]*|--login|--rcfile.*|--init-file.*|--interactive")) {
                invocation.rule(unrestricted(invocation));
            }
            command |= flag.matches("-[a-zA-Z]*c[a-zA-Z]*") || flag.equals("--command");
            checkOnly |= flag.equals("-n");
            at++;
        }
        if (command) {
            given(words, at, invocation);
        } else if (at < words.size()) {
            scriptFile(words.get(at), checkOnly, invocation);
        } else {
            fromInput(invocation);
        }
    }

    private static Ruling unrestricted(Invocation invocation) {
        return Ruling.never("It starts an unrestricted shell (" + invocation.program() + "), which could do anything.");
    }

    private void given(List<Word> words, int at, Invocation invocation) {
        if (at >= words.size()) {
            invocation.rule(unrestricted(invocation));
            return;
        }
        Word script = words.get(at);
        if (script.origin() != Origin.KNOWN && script.origin() != Origin.HARMLESS) {
            boolean output = !script.nested().isEmpty() || script.text().isBlank();
            invocation.rule(
                    output
                            ? Ruling.never("It runs a script that is only put together while it runs.")
                            : Ruling.confirm("Part of the script it runs is only known when it runs."));
        }
        if (script.disguised()) {
            invocation.rule(Ruling.never("It runs a script that is written in a disguised way."));
        }
        words.subList(at + 1, words.size()).stream()
                .filter(word -> !word.known())
                .findFirst()
                .ifPresent(word -> invocation.rule(
                        Ruling.confirm("The script it runs gets arguments that are only known when it runs.")));
        judge.script(script.text(), invocation.scope(), invocation.feed());
    }

    private void scriptFile(Word file, boolean checkOnly, Invocation invocation) {
        String path = invocation.resolve(judge.paths(), file.text());
        if (!file.nested().isEmpty()
                || (file.text().isEmpty() && !file.known())
                || path.startsWith("/dev/fd/")
                || path.startsWith("/dev/tcp")
                || file.text().matches("https?:.*")) {
            invocation.rule(Ruling.never("It runs a script straight from the output of another command."));
        } else if (path.equals("/dev/stdin") || file.text().equals("-")) {
            fromInput(invocation);
        } else if (!checkOnly || !file.literal()) {
            judge.paths().reading(path, file.glob()).ifPresent(invocation::rule);
            invocation.rule(Ruling.confirm("It would run the script " + file.text() + "."));
            if (invocation.feed().is(Feed.Kind.REMOTE) || path.matches("/(bin|usr/bin)/\\w*sh")) {
                invocation.rule(unrestricted(invocation));
            }
            downloadedBefore(file, invocation);
        }
    }

    /** A script fetched earlier in the same line. */
    private static void downloadedBefore(Word file, Invocation invocation) {
        String name = file.text().substring(file.text().lastIndexOf('/') + 1);
        if (!name.isEmpty() && invocation.scope().fetched().stream().anyMatch(text -> text.contains(name))) {
            invocation.rule(Ruling.never("It runs a script right after downloading it."));
        }
    }

    private void fromInput(Invocation invocation) {
        Feed feed = invocation.feed();
        switch (feed.kind()) {
            case NONE -> invocation.rule(unrestricted(invocation));
            case TEXT -> {
                invocation.rule(Ruling.confirm("It hands text to a shell to be run."));
                judge.script(feed.text(), invocation.scope(), Feed.NONE);
            }
            case REMOTE -> invocation.rule(Ruling.never("It runs whatever comes from the network."));
            case DECODED -> invocation.rule(Ruling.never("It runs hidden commands that are decoded on the way."));
            case LISTING, FILE -> invocation.rule(Ruling.never("It runs whatever another command prints."));
        }
    }
}
