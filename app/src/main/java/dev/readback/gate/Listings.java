package dev.readback.gate;

import java.util.List;
import java.util.Set;

/** Knows which programs only print names, fetch from the network, decode, or pass on what they read. */
final class Listings {

    static final Set<String> LISTERS = Set.of(
            "find",
            "fd",
            "fdfind",
            "ls",
            "which",
            "whereis",
            "locate",
            "plocate",
            "mlocate",
            "pgrep",
            "pidof",
            "ps",
            "id",
            "whoami",
            "hostname",
            "uname",
            "nproc",
            "date",
            "seq",
            "dirname",
            "basename",
            "readlink",
            "realpath",
            "type",
            "command",
            "tty",
            "getconf",
            "dpkg-query",
            "docker",
            "podman",
            "git",
            "rpm",
            "dpkg",
            "systemctl",
            "lsof",
            "fuser",
            "arch",
            "du",
            "df",
            "who",
            "users",
            "pwd",
            "kubectl");
    static final Set<String> REMOTE = Set.of(
            "curl",
            "wget",
            "nc",
            "ncat",
            "netcat",
            "socat",
            "telnet",
            "ssh",
            "ftp",
            "sftp",
            "tftp",
            "lftp",
            "lwp-request",
            "lwp-download",
            "GET",
            "aria2c",
            "http",
            "https",
            "xh",
            "axel",
            "lynx",
            "links",
            "w3m",
            "elinks",
            "fetch",
            "scp",
            "rsync",
            "smbclient",
            "aws",
            "gsutil",
            "az",
            "dig",
            "host",
            "nslookup",
            "finger",
            "whois");
    static final Set<String> DECODERS = Set.of(
            "base64",
            "base32",
            "basenc",
            "xxd",
            "openssl",
            "gunzip",
            "zcat",
            "gzip",
            "bunzip2",
            "bzcat",
            "bzip2",
            "xz",
            "xzcat",
            "unxz",
            "zstd",
            "zstdcat",
            "lz4",
            "lzma",
            "rev",
            "tr",
            "uudecode",
            "b64decode",
            "gpg",
            "od",
            "hexdump",
            "perl",
            "python",
            "python3",
            "ruby",
            "node",
            "php",
            "unzip",
            "7z",
            "tac",
            "iconv",
            "recode",
            "jq",
            "yq",
            "m4",
            "lua",
            "ascii85",
            "qprint");
    private static final Set<String> FILTERS = Set.of(
            "sort",
            "uniq",
            "head",
            "tail",
            "grep",
            "egrep",
            "fgrep",
            "awk",
            "gawk",
            "mawk",
            "sed",
            "cut",
            "cat",
            "tee",
            "column",
            "nl",
            "paste",
            "wc",
            "xargs",
            "fmt",
            "fold",
            "less",
            "more",
            "comm",
            "join",
            "expand",
            "unexpand",
            "pr",
            "rev",
            "tr",
            "tac",
            "shuf");
    private static final Set<String> NAME_FILTERS = Set.of("sort", "uniq", "head", "tail", "wc");

    private Listings() {}

    /** Whether a substitution holds nothing but a program that lists, perhaps sorted and cut short. */
    static boolean onlyLists(ShellNode substitution) {
        List<String> names = substitution
                .all()
                .filter(node -> node.is("command_name"))
                .map(ShellNode::text)
                .toList();
        return !names.isEmpty()
                && LISTERS.contains(names.getFirst())
                && names.stream().skip(1).allMatch(NAME_FILTERS::contains)
                && substitution
                        .all()
                        .noneMatch(node -> node.is("file_redirect", "herestring_redirect", "heredoc_redirect"));
    }

    /** What a command passes on to the next one in a pipeline. */
    static Feed after(String program, List<Word> arguments, Feed in) {
        String words = String.join(" ", arguments.stream().map(Word::text).toList());
        if (in.is(Feed.Kind.REMOTE) || REMOTE.contains(program)) {
            return new Feed(Feed.Kind.REMOTE, in.text() + " " + words);
        }
        if (program.equals("echo") || program.equals("printf")) {
            return printed(program, arguments, words);
        }
        if (program.equals("cat") && arguments.isEmpty()) {
            return in;
        }
        if (DECODERS.contains(program)) {
            boolean names = in.is(Feed.Kind.LISTING) && (program.equals("tr") || program.equals("tac"));
            return new Feed(names ? Feed.Kind.LISTING : Feed.Kind.DECODED, in.text() + " " + words);
        }
        if (FILTERS.contains(program) && in.is(Feed.Kind.LISTING, Feed.Kind.DECODED)) {
            return new Feed(in.kind(), in.text() + " " + words);
        }
        if (FILTERS.contains(program) && in.is(Feed.Kind.TEXT)) {
            return new Feed(program.equals("tee") ? Feed.Kind.TEXT : Feed.Kind.DECODED, in.text());
        }
        return new Feed(LISTERS.contains(program) ? Feed.Kind.LISTING : Feed.Kind.FILE, program + " " + words);
    }

    private static Feed printed(String program, List<Word> arguments, String words) {
        boolean known = arguments.stream().allMatch(Word::known);
        boolean disguised = arguments.stream().anyMatch(Word::disguised)
                || words.matches("(?s).*\\\\(x[0-9a-fA-F]|[0-7]{3}|u[0-9a-fA-F]{4}).*");
        if (disguised || (!known && arguments.stream().anyMatch(word -> word.origin() == Word.Origin.UNKNOWN))) {
            return new Feed(Feed.Kind.DECODED, words);
        }
        String text = arguments.stream()
                .map(Word::text)
                .filter(word -> !word.matches("-[neE]+|%s(\\\\n)?"))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        return new Feed(Feed.Kind.TEXT, program.equals("printf") ? text.replace("\\n", "\n") : text);
    }
}
