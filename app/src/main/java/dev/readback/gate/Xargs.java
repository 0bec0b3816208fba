package dev.readback.gate;

import dev.readback.gate.Word.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Judges {@code xargs} and {@code parallel} by the command they run on what they read. */
final class Xargs implements Special {

    private final Judge judge;

    Xargs(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        if (!scan.unknown().isEmpty()) {
            invocation.rule(Ruling.confirm(
                    "I do not know the option " + scan.unknown().getFirst() + " of " + schema.name() + "."));
        }
        boolean other = scan.given().stream()
                .anyMatch(given -> SchemaJudge.changes(given.flag().effect()));
        if (other) {
            invocation.rule(Ruling.confirm("It reads names from a file or asks at the keyboard."));
            judge.danger().check(invocation, false);
        }
        List<Word> inner = Wrappers.inner(schema, invocation.words());
        if (inner.isEmpty()) {
            return;
        }
        if (schema.verdict() != Verdict.ALLOW) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, inner)));
        }
        if (schema.verdict() != Verdict.ALLOW) {
            judge.danger().check(invocation, false);
        }
        Feed feed = invocation.feed();
        boolean reads =
                !inner.getFirst().text().matches("(.*/)?(ls|file|stat|dirname|basename|readlink|realpath|echo|wc|du)");
        if (reads && SecretNames.meant(feed.text(), judge.paths())) {
            invocation.rule(Ruling.never("It would work on the contents of files that hold secrets."));
        }
        if (reads && searchesOurFiles(feed.text(), invocation)) {
            invocation.rule(Ruling.confirm("It would go through many files, Readback's own keys among them."));
        }
        List<Word> command = new ArrayList<>();
        String placeholder = placeholder(scan);
        Origin origin = feed.is(Feed.Kind.LISTING) ? Origin.LISTING : Origin.UNKNOWN;
        boolean placed = false;
        for (Word word : inner) {
            boolean here = !placeholder.isEmpty() && word.text().contains(placeholder);
            placed |= here;
            command.add(here ? hole(word.text().replace(placeholder, ""), origin) : word);
        }
        if (!placed) {
            command.addAll(arriving(feed, origin));
        }
        judge.command(command, Feed.NONE, invocation.scope());
    }

    /** Whether the names come from a search that may find Readback's own files. */
    private boolean searchesOurFiles(String producers, Invocation invocation) {
        List<String> words = List.of(producers.strip().split("\\s+"));
        int find = words.indexOf("find");
        if (find < 0) {
            return false;
        }
        List<String> search = words.subList(find + 1, words.size());
        List<String> roots =
                search.stream().takeWhile(word -> !word.startsWith("-")).toList();
        return !Find.leavesOurFilesOut(search)
                && (roots.isEmpty() ? List.of(".") : roots)
                        .stream().anyMatch(root -> judge.paths().holdsHome(invocation.resolve(judge.paths(), root)));
    }

    private static List<Word> arriving(Feed feed, Origin origin) {
        if (feed.is(Feed.Kind.TEXT)) {
            return Arrays.stream(feed.text().strip().split("\\s+"))
                    .map(Word::of)
                    .toList();
        }
        return List.of(hole("", origin));
    }

    private static Word hole(String text, Origin origin) {
        return new Word(text, false, false, origin, false, List.of());
    }

    private static String placeholder(FlagScan scan) {
        for (FlagScan.Given given : scan.given()) {
            if (given.flag().name().matches("-I|-i|--replace|-J")) {
                return given.value()
                        .map(Word::text)
                        .filter(text -> !text.isEmpty())
                        .orElse("{}");
            }
        }
        return scan.has("-I") ? "{}" : "";
    }
}
