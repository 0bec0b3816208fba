package dev.readback.gate;

/** Judges name lookups and pings: free, unless what they ask for is made up by another command and so carries data away. */
final class Lookups implements Special {

    private final Judge judge;
    private final SchemaJudge data;

    Lookups(Judge judge, SchemaJudge data) {
        this.judge = judge;
        this.data = data;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        int file = invocation.texts().indexOf("-f");
        if (file >= 0
                && file + 1 < invocation.words().size()
                && invocation.program().equals("dig")) {
            String path = invocation.resolve(judge.paths(), invocation.texts().get(file + 1));
            judge.paths().reading(path, false).ifPresent(invocation::rule);
        }
        for (Word word : invocation.words()) {
            if (!word.nested().isEmpty() && word.origin() == Word.Origin.UNKNOWN) {
                boolean encodes = word.nested().stream()
                        .anyMatch(
                                node -> node.text()
                                        .matches(
                                                "(?s).*(base64|base32|xxd|hexdump|\\bod\\b|openssl|cat |head |<\\s*/|md5|tr ).*"));
                invocation.rule(
                        encodes
                                ? Ruling.never("It would carry data off this machine inside the names it asks for.")
                                : Ruling.confirm("What it asks the network for is only known when it runs."));
            } else if (!word.known()) {
                invocation.rule(Ruling.confirm("What it asks the network for is only known when it runs."));
            }
        }
        if (invocation.feed().is(Feed.Kind.DECODED, Feed.Kind.FILE)) {
            judge.danger().check(invocation, false);
        }
    }
}
