package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges {@code curl}, {@code wget} and their like: never free, refused when they send files or fill system folders. */
final class Downloads implements Special {

    private static final Set<String> OUTPUT = Set.of(
            "-o",
            "-O",
            "--output",
            "--output-document",
            "-D",
            "--dump-header",
            "-P",
            "--directory-prefix",
            "--output-dir",
            "-a",
            "--append-output",
            "--output-file",
            "-c",
            "--cookie-jar",
            "--trace",
            "--trace-ascii",
            "--stderr",
            "--libcurl",
            "--etag-save",
            "--hsts",
            "--alt-svc",
            "-d",
            "--dir",
            "--out");
    private static final Pattern UPLOAD =
            Pattern.compile("-T.*|--upload-file.*|--post-file.*|--body-file.*|--data-binary|--upload");
    private static final Pattern DATA = Pattern.compile("-d|-F|--data.*|--form.*|--json|--post-data|-X");
    private static final Pattern RUNS = Pattern.compile(
            "--engine.*|--use-askpass.*|-K.*|--config.*|--proto-default.*|--preproxy|--on-download-complete.*|--on-.*");
    private static final Pattern LOCAL = Pattern.compile(
            "(?i).*(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\]|//[\\w.-]+\\.(local|internal|lan)\\b|//(10|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\.).*");
    private static final Pattern METADATA = Pattern.compile(
            "(?i).*(169\\.254\\.169\\.254|metadata\\.google\\.internal|100\\.100\\.100\\.200|metadata/instance|fd00:ec2::254).*");

    private final Judge judge;

    Downloads(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        invocation.rule(Ruling.confirm("It would fetch something from the network with " + invocation.program() + "."));
        List<Word> words = invocation.words();
        boolean local =
                invocation.texts().stream().anyMatch(text -> LOCAL.matcher(text).matches());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Word next = i + 1 < words.size() ? words.get(i + 1) : Word.of("");
            word(word, next, local, invocation);
        }
        invocation.scope().fetches(String.join(" ", invocation.texts()));
        boolean laterOn =
                invocation.scope().inBackground() && invocation.scope().hasSlept();
        if (laterOn) {
            invocation.rule(Ruling.never("It waits in the background and then reaches out to the network."));
        }
        judge.danger().check(invocation, false);
    }

    private void word(Word word, Word next, boolean local, Invocation invocation) {
        String text = word.text();
        if (METADATA.matcher(text).matches()) {
            invocation.rule(Ruling.never("It would fetch the machine's own cloud credentials."));
        }
        if (RUNS.matcher(text).matches()) {
            invocation.rule(Ruling.never(
                    "It would load a foreign library or configuration into " + invocation.program() + "."));
        }
        if (UPLOAD.matcher(text).matches() && !local) {
            invocation.rule(Ruling.never("It would send a file off this machine."));
        }
        if (DATA.matcher(text).matches()
                && !local
                && (next.text().matches("(?s)@[^-].*|.*=@.*|@-")
                        || !next.nested().isEmpty())) {
            invocation.rule(Ruling.never("It would send what is on this machine to another."));
        }
        if (!word.nested().isEmpty()
                && !local
                && word.origin() == Word.Origin.UNKNOWN
                && text.matches("(?s).*(https?:|\\w\\.\\w|\\{).*")) {
            invocation.rule(Ruling.never("It would send what another command prints to another machine."));
        }
        String flag = text.contains("=") ? text.substring(0, text.indexOf('=')) : text;
        if (OUTPUT.contains(flag)) {
            output(text.contains("=") ? text.substring(text.indexOf('=') + 1) : next.text(), invocation);
        } else if (text.matches("-[a-zA-Z]*[oOP]/.*")) {
            output(text.substring(text.indexOf('/')), invocation);
        } else if (text.matches("-[a-zA-Z]+[oOP]")) {
            output(next.text(), invocation);
        }
    }

    private void output(String file, Invocation invocation) {
        if (file.contains("/") && !file.contains("://")) {
            judge.paths()
                    .changing(invocation.resolve(judge.paths(), file), Act.DOWNLOAD)
                    .ifPresent(invocation::rule);
        }
    }
}
