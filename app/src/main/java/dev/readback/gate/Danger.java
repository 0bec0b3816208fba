package dev.readback.gate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Signs of danger that need no knowledge of the program: a shell, a secret or a startup file among the arguments. */
final class Danger {

    private static final Pattern SHELL = Pattern.compile(
            "(?s).*(?<![\\w.-])(?:/(?:usr/)?(?:local/)?s?bin/)(?:ba|da|z|k|mk|c|tc|a|fi|r|rba|pw|ya)?sh(?![\\w.-])(?!/).*");
    private static final Pattern BARE_SHELL = Pattern.compile("(ba|da|z|k|c|tc|fi|a)?sh");
    private static final Pattern LIBRARY = Pattern.compile(
            "(?s).*/(tmp|var/tmp|dev/shm|home/[^/]+)/[\\w./-]*\\.(so|dll|dylib|ko)(\\.\\d+)*(?![\\w]).*|(?s).*(^|[=\\s'\"])\\./[\\w.-]+\\.(so|ko)(?!\\w).*");
    private static final Pattern TEMPORARY =
            Pattern.compile("(?s).*(^|[=|!\\s'\"(,])/(tmp|var/tmp|dev/shm)/[\\w-]+($|[\\s'\")#;]).*");
    private static final Pattern RUNS = Pattern.compile(
            "(?s).*([|!]\\s*/(tmp|bin|usr|var|dev)/|ProxyCommand|PermitLocalCommand|LocalCommand|/dev/(tcp|udp)/|sh -c|bash -c|bash -i|169\\.254\\.169\\.254|metadata\\.google\\.internal).*");

    private static final Pattern PROGRAMS = Pattern.compile("/(usr/)?(s?bin|lib(32|64)?|boot)(/.*)?|/sys/.*|.*\\.pub");
    private static final Set<String> MAY_NAME_SECRETS = Set.of(
            "ssh",
            "scp",
            "sftp",
            "rsync",
            "ssh-keygen",
            "ssh-add",
            "ssh-copy-id",
            "git",
            "mkdir",
            "echo",
            "printf",
            "ls",
            "stat",
            "find",
            "sudo",
            "env",
            "kubectl",
            "certbot",
            "docker",
            "openssl",
            "grep",
            "chsh",
            "useradd");

    private final Paths paths;

    Danger(Paths paths) {
        this.paths = paths;
    }

    static boolean namesShell(String text) {
        return SHELL.matcher(text).matches() || BARE_SHELL.matcher(text).matches();
    }

    /** @param shellsAreNames whether a shell among the arguments is only named, as in {@code useradd -s} */
    void check(Invocation invocation, boolean shellsAreNames) {
        for (Word word : invocation.words()) {
            text(word.text(), invocation, shellsAreNames);
        }
        Feed feed = invocation.feed();
        if (feed.is(Feed.Kind.TEXT)) {
            text(feed.text(), invocation, shellsAreNames);
        }
    }

    private void text(String text, Invocation invocation, boolean shellsAreNames) {
        if (!shellsAreNames && namesShell(text)) {
            invocation.rule(Ruling.never("It would start an unrestricted shell through " + name(invocation) + "."));
        }
        if (LIBRARY.matcher(text).matches()) {
            invocation.rule(Ruling.never("It would load a foreign library into " + name(invocation) + "."));
        }
        if (RUNS.matcher(text).matches()) {
            invocation.rule(Ruling.never("It would make " + name(invocation) + " run or reach something else."));
        }
        for (String path : Paths.embedded(text)) {
            path(invocation.resolve(paths, path), invocation);
        }
        if (!text.startsWith("-")
                && !text.contains("/")
                && paths.isSecret(invocation.resolve(paths, text))
                && !text.isBlank()) {
            path(invocation.resolve(paths, text), invocation);
        }
    }

    private void path(String path, Invocation invocation) {
        if (paths.isSecret(path)) {
            invocation.rule(Ruling.never("It reaches for secrets kept in " + path + "."));
        } else if (paths.isGuarded(path) && !PROGRAMS.matcher(path).matches()) {
            invocation.rule(
                    Ruling.never("It reaches for " + path + ", which decides who may do what or runs by itself."));
        } else if (paths.isDevice(path) && !path.startsWith("/dev/loop")) {
            invocation.rule(Ruling.confirm("It works on the device " + path + "."));
        }
    }

    /** What no command that is more than a look may have among its arguments, however well it is known. */
    void always(Invocation invocation) {
        for (Word word : invocation.words()) {
            if (LIBRARY.matcher(word.text()).matches()) {
                invocation.rule(Ruling.never("It would load a foreign library into " + name(invocation) + "."));
            }
            if (RUNS.matcher(word.text()).matches()) {
                invocation.rule(Ruling.never("It would make " + name(invocation) + " run or reach something else."));
            }
            if (!MAY_NAME_SECRETS.contains(invocation.program())) {
                Paths.embedded(word.text()).stream()
                        .map(path -> invocation.resolve(paths, path))
                        .filter(path -> paths.isSecret(path) && !path.endsWith(".pub"))
                        .findFirst()
                        .ifPresent(
                                path -> invocation.rule(Ruling.never("It reaches for secrets kept in " + path + ".")));
            }
        }
    }

    /** For options and programs that are not known: a program in a folder anybody can write to. */
    void foreignPrograms(Invocation invocation) {
        List<String> texts = invocation.texts();
        for (String text : texts) {
            if (TEMPORARY.matcher(text).matches()) {
                invocation.rule(Ruling.deny(
                        "It would make " + name(invocation) + " run something from a folder anybody can write to."));
            }
        }
    }

    /** Characters that hide what an argument says count as danger in a command that is not read-only anyway. */
    void hidden(Invocation invocation) {
        if (invocation.words().stream().anyMatch(Word::disguised)) {
            invocation.rule(Ruling.confirm("An argument is written in a disguised way."));
        }
    }

    private static String name(Invocation invocation) {
        return invocation.program().isEmpty() ? "a program" : invocation.program();
    }
}
