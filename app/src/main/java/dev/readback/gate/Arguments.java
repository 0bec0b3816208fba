package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import dev.readback.gate.Schema.Files;
import dev.readback.gate.Word.Origin;
import java.util.List;

/** Judges the files among a command's arguments. */
final class Arguments {

    private final Paths paths;

    Arguments(Paths paths) {
        this.paths = paths;
    }

    void judge(Schema schema, List<Word> words, Invocation invocation, boolean looks) {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            switch (schema.paths()) {
                case READ -> read(word, invocation, looks);
                case NAMES -> names(word, invocation);
                case TEXT -> text(word, invocation);
                case ANY -> disguised(word, invocation);
                case WRITE -> write(word, Act.REPLACE, invocation);
                case DELETE -> write(word, Act.DELETE, invocation);
                case ALTER -> write(word, Act.ALTER, invocation);
                case DEST -> {
                    if (i == words.size() - 1 && i > 0) {
                        write(word, Act.REPLACE, invocation);
                    } else {
                        read(word, invocation, false);
                    }
                }
            }
        }
    }

    /** Words that are no files by themselves: still, a secret spelled out among them is no accident. */
    private void text(Word word, Invocation invocation) {
        disguised(word, invocation);
        boolean spelled = word.text().startsWith("/") || word.text().startsWith("~");
        boolean prints = invocation
                .program()
                .matches(
                        "echo|printf|test|\\[|basename|dirname|which|type|whereis|locate|grep|egrep|fgrep|rg|expr|yes");
        if (spelled && !prints) {
            paths.reading(invocation.resolve(paths, word.text()), word.glob()).ifPresent(invocation::rule);
        }
        if (invocation.program().equals("finger") && word.text().contains("@")) {
            invocation.rule(Ruling.confirm("It would ask another machine."));
        }
    }

    private static void disguised(Word word, Invocation invocation) {
        if (word.disguised()) {
            invocation.rule(Ruling.confirm("An argument is written in a disguised way."));
        }
    }

    /** Only names are looked at: nothing is shown but that they exist. */
    private void names(Word word, Invocation invocation) {
        disguised(word, invocation);
        String path = invocation.resolve(paths, word.text());
        if (word.text().contains("/") && paths.insideHome(path) && !paths.insideWorkspace(path)) {
            invocation.rule(Ruling.confirm("It looks into Readback's own folder."));
        }
    }

    /** @param certain whether an argument that is not known yet must be asked about */
    void read(Word word, Invocation invocation, boolean certain) {
        disguised(word, invocation);
        if (word.origin() == Origin.UNKNOWN
                || (word.origin() == Origin.LISTING && !word.text().isEmpty())) {
            if (certain) {
                invocation.rule(
                        Ruling.confirm("What " + invocation.program() + " would read is only known when it runs."));
            }
        }
        boolean looksForSecrets = word.nested().stream().anyMatch(node -> SecretNames.meant(node.text(), paths));
        if (looksForSecrets) {
            invocation.rule(Ruling.never("It would show what is in files that hold secrets."));
        }
        String text = word.text().startsWith("@") ? word.text().substring(1) : word.text();
        paths.reading(invocation.resolve(paths, text), word.glob()).ifPresent(invocation::rule);
        if (word.glob() && text.matches("/[^/]*[?\\[][^/]*/.*|.*/[^/]*\\?[^/]*\\?[^/]*")) {
            invocation.rule(Ruling.confirm("It names files by a pattern that hides which ones are meant."));
        }
        if (text.contains("=") || text.contains(":")) {
            Paths.embedded(text)
                    .forEach(path -> paths.reading(invocation.resolve(paths, path), false)
                            .ifPresent(invocation::rule));
        }
    }

    void write(Word word, Act act, Invocation invocation) {
        disguised(word, invocation);
        if (!word.known()) {
            invocation.rule(Ruling.confirm("Which file it would change is only known when it runs."));
        }
        if (word.text().isEmpty() || word.text().equals("-")) {
            return;
        }
        if (word.text().matches("[\\w.-]+(@[\\w.-]+)?:.*") && !word.text().startsWith("/")) {
            return;
        }
        paths.changing(invocation.resolve(paths, word.text()), act)
                .filter(ruling ->
                        act != Act.ALTER || ruling.verdict() == Verdict.DENY) // what else it does, its schema says
                .ifPresent(invocation::rule);
    }

    /** Whether a word stands for a file that is kept secret. */
    boolean isSecret(Word word, Invocation invocation) {
        return paths.isSecret(invocation.resolve(paths, word.text()));
    }

    static boolean writes(Files files) {
        return files == Files.WRITE || files == Files.DEST || files == Files.DELETE || files == Files.ALTER;
    }
}
