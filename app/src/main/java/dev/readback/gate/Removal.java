package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges {@code rm}, {@code shred} and {@code unlink}: never what the machine needs, else only when its name is repeated. */
final class Removal implements Special {

    private final Judge judge;

    Removal(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        List<Word> targets = new ArrayList<>();
        boolean recursive = false;
        boolean options = true;
        for (Word word : invocation.words()) {
            if (options && word.text().equals("--")) {
                options = false;
            } else if (options && word.isFlag()) {
                recursive |= word.text().matches("-[a-zA-Z]*[rR][a-zA-Z]*|--recursive|--r.*");
                if (word.text().startsWith("--no-pres")) {
                    invocation.rule(Ruling.never("It would lift the guard that protects the whole file system."));
                }
            } else {
                targets.add(word);
            }
        }
        for (Word target : targets) {
            target(target, recursive, invocation);
        }
        List<String> objects =
                targets.stream().map(Word::text).filter(text -> !text.isEmpty()).toList();
        String object = objects.isEmpty() ? "files" : Reasons.joined(objects);
        invocation.rule(
                Ruling.repeat("It would delete " + object + (recursive ? " with everything in it." : "."), object));
    }

    private void target(Word target, boolean recursive, Invocation invocation) {
        if (!target.known()
                && target.text().matches("/?[^/]*/?")
                && recursive
                && target.origin() == Word.Origin.UNKNOWN) {
            invocation.rule(Ruling.deny("What it would delete is only known when it runs, and could be everything."));
        }
        if (target.text().isEmpty()) {
            return;
        }
        String path = invocation.resolve(judge.paths(), target.text());
        Optional<Ruling> every =
                recursive || target.glob() ? judge.paths().everythingUnder(path, "would delete") : Optional.empty();
        every.ifPresent(invocation::rule);
        if (recursive && judge.paths().holdsHome(path)) {
            invocation.rule(Ruling.never("It would delete Readback's own files along with " + path + "."));
        }
        if (target.glob() && target.text().matches("/[^/]*[*?\\[][^/]*(/.*)?")) {
            invocation.rule(Ruling.never("It would delete folders right under the root of the file system."));
        }
        judge.paths()
                .changing(path, Act.DELETE)
                .filter(ruling -> ruling.verdict() == Verdict.DENY)
                .ifPresent(invocation::rule);
    }
}
