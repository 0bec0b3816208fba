package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import java.util.List;
import java.util.regex.Pattern;

/** Judges {@code chmod}, {@code chown}, {@code chgrp}, {@code setfacl} and {@code chattr}. */
final class Rights implements Special {

    private static final Pattern SET_USER_ID =
            Pattern.compile("[ugoa]*\\+[rwxXt]*s[rwxXts]*|[ugoa]*=[rwxXt]*s.*|0*[2467][0-7]{3}|.*[,=+]\\w*s");

    private final Judge judge;

    Rights(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        boolean recursive = scan.has("-R")
                || scan.has("--recursive")
                || invocation.texts().stream().anyMatch(text -> text.matches("-[a-zA-Z]*R[a-zA-Z]*"));
        List<Word> words = scan.positionals();
        String mode = words.isEmpty() ? "" : words.getFirst().text();
        boolean all = invocation.program().equals("setfacl") || scan.has("--reference");
        List<Word> files = all || words.isEmpty() ? words : words.subList(1, words.size());
        for (Word file : files) {
            file(file, recursive, invocation);
        }
        if (invocation.program().equals("chmod") && SET_USER_ID.matcher(mode).matches()) {
            setUserId(files, mode, invocation);
        }
        boolean open = mode.matches("0?[0-7]?777|a[+=]rwx|o[+=]rwx|[+]rwx|ugo[+=]rwx|a=rwx|0?666|[ao]\\+w|o\\+rw");
        if (open
                && files.stream()
                        .anyMatch(file -> judge.paths().isVital(invocation.resolve(judge.paths(), file.text())))) {
            invocation.rule(Ruling.never("It would let anybody change "
                    + Reasons.joined(files.stream().map(Word::text).toList()) + "."));
        }
        invocation.rule(Ruling.confirm("It would change who may use "
                + Reasons.joined(files.stream().map(Word::text).toList()) + "."));
    }

    private void setUserId(List<Word> files, String mode, Invocation invocation) {
        boolean onlyGroup = mode.matches("0*2[0-7]{3}|g[+=].*");
        boolean folder = files.stream()
                .allMatch(file -> file.text().endsWith("/") || file.text().matches("/(var|srv|opt|home)/.*"));
        invocation.rule(
                onlyGroup && folder
                        ? Ruling.confirm("It would make new files there belong to the folder's group.")
                        : Ruling.never("It would let a program run with its owner's rights, whoever starts it."));
    }

    private void file(Word file, boolean recursive, Invocation invocation) {
        if (!file.known()) {
            invocation.rule(Ruling.confirm("Which file it would change is only known when it runs."));
        }
        if (file.text().isEmpty()) {
            return;
        }
        String path = invocation.resolve(judge.paths(), file.text());
        if (recursive || file.glob()) {
            judge.paths().everythingUnder(path, "would change who may use").ifPresent(invocation::rule);
            if (recursive && judge.paths().holdsHome(path)) {
                invocation.rule(Ruling.never("It would change Readback's own files along with " + path + "."));
            }
        }
        judge.paths().changing(path, Act.ALTER).ifPresent(invocation::rule);
    }
}
