package dev.readback.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a path means: a secret, a log, a device, something that runs by itself, something of Readback's own. */
final class Paths {

    /** What a command does to a file. */
    enum Act {
        REPLACE,
        APPEND,
        DELETE,
        /** Its owner, permissions, dates, or merely that it is there. */
        ALTER,
        DOWNLOAD
    }

    private static final Pattern HARMLESS_SINK =
            Pattern.compile("/dev/(null|stdout|stderr|stdin|tty|zero|full|pts/\\d+|fd/\\d+)|/proc/self/fd/\\d+");
    private static final Pattern NETWORK = Pattern.compile("/dev/(tcp|udp)/.*");
    private static final Pattern THROUGH_PROC = Pattern.compile("/proc/[^/]+/(root|cwd)(/.*)?");
    private static final Pattern EMBEDDED =
            Pattern.compile("(?:^|(?<=[^\\w.~/-]))(?:file://)?((?:~|\\.{1,2})?/[\\w./~@+*?%-]*|~)");

    private final Surroundings surroundings;
    private final PathRules rules;
    private final List<Path> homes;

    Paths(Surroundings surroundings, PathRules rules) {
        this.surroundings = surroundings;
        this.rules = rules;
        this.homes = List.of(surroundings.readbackHome(), real(surroundings.readbackHome()));
    }

    /** The absolute, normalised path a word stands for, seen from a directory. */
    String resolve(String raw, Path from) {
        String text = raw.startsWith("file://") ? raw.substring(7) : raw;
        if (text.equals("~") || text.startsWith("~/")) {
            text = surroundings.userHome() + text.substring(1);
        }
        try {
            String path = from.resolve(text.replaceAll("/{2,}", "/")).toString();
            Matcher proc = THROUGH_PROC.matcher(path);
            if (proc.matches()) {
                String rest = proc.group(2) == null ? "" : proc.group(2);
                path = (proc.group(1).equals("cwd") ? from.toString() : "") + rest;
            }
            return Path.of(path.isEmpty() ? "/" : path).normalize().toString();
        } catch (InvalidPathException notAPath) {
            return text;
        }
    }

    /** Paths that stand inside a longer argument, such as {@code --file=/etc/shadow} or a piece of code. */
    static List<String> embedded(String argument) {
        return EMBEDDED.matcher(argument).results().map(found -> found.group(1)).toList();
    }

    /** Objection to showing what is in a file. */
    Optional<Ruling> reading(String path, boolean glob) {
        if (insideHome(path) && !insideWorkspace(path)) {
            return Optional.of(Ruling.never("It would read Readback's own files, where its keys are kept."));
        }
        if (rules.secret().matcher(path).matches() || (glob && globMeetsSecret(path))) {
            return Optional.of(Ruling.never("It would show secrets kept in " + path + "."));
        }
        if (NETWORK.matcher(path).matches()) {
            return Optional.of(Ruling.never("It opens a raw network connection from the shell."));
        }
        return Optional.empty();
    }

    /** The word on changing one file; empty where it is harmless, such as {@code /dev/null}. */
    Optional<Ruling> changing(String path, Act act) {
        if (HARMLESS_SINK.matcher(path).matches() && act != Act.DELETE && act != Act.ALTER) {
            return Optional.empty();
        }
        if (NETWORK.matcher(path).matches()) {
            return Optional.of(Ruling.never("It opens a raw network connection from the shell."));
        }
        if (touchesHome(path)) {
            return Optional.of(
                    insideWorkspace(path)
                            ? Ruling.confirm("It would change " + path + " in Readback's memory folder.")
                            : Ruling.never("It would change Readback's own files."));
        }
        if (rules.device().matcher(path).matches()) {
            return Optional.of(Ruling.never("It would write over the device " + path + "."));
        }
        if (rules.guarded().matcher(path).matches()) {
            return Optional.of(
                    Ruling.never("It would change " + path + ", which decides who may do what or runs by itself."));
        }
        return Optional.of(log(path, act).or(() -> place(path, act)).orElseGet(() -> ordinary(path, act)));
    }

    private Optional<Ruling> log(String path, Act act) {
        boolean record = rules.log().matcher(path).matches();
        boolean wipes = act == Act.REPLACE || act == Act.DELETE;
        if (!record || !wipes || rules.rotated().matcher(path).matches()) {
            return Optional.empty();
        }
        return Optional.of(Ruling.never("It would wipe " + path + ", the record of what happened."));
    }

    private Optional<Ruling> place(String path, Act act) {
        if ((act == Act.DOWNLOAD && path.matches("/(usr|etc|var/spool|opt)/.*"))
                || (act == Act.REPLACE && path.matches("/(usr/(?!local/|src/|share/)).*"))) {
            return Optional.of(Ruling.never("It would put a file into the system folder " + parent(path) + "."));
        }
        if (rules.vital().matcher(path).matches() && act != Act.APPEND) {
            return act == Act.DELETE
                    ? Optional.of(Ruling.never("It would delete " + path + ", which the machine needs."))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Ruling ordinary(String path, Act act) {
        return switch (act) {
            case DELETE -> Ruling.repeat("It would delete " + path + ".", path);
            case ALTER -> Ruling.confirm("It would change " + path + ".");
            case APPEND -> Ruling.confirm("It would add to the file " + path + ".");
            case REPLACE, DOWNLOAD -> Ruling.confirm("It would write the file " + path + ".");
        };
    }

    /** Objection to doing something to everything under a folder. */
    Optional<Ruling> everythingUnder(String path, String does) {
        String folder = path.replaceAll("(/\\*|/\\.\\*|/\\.\\[.*)+$", "");
        folder = folder.isEmpty() ? "/" : folder;
        if (rules.vital().matcher(folder).matches()
                || folder.equals(surroundings.userHome().toString())) {
            return Optional.of(Ruling.never("It " + does + " everything under " + folder + "."));
        }
        if (touchesHome(folder) && !insideWorkspace(folder)) {
            return Optional.of(Ruling.never("It " + does + " Readback's own files under " + folder + "."));
        }
        if (rules.log().matcher(folder).matches() && does.contains("delete")) {
            return Optional.of(Ruling.never("It " + does + " everything under " + folder + ", and the logs with it."));
        }
        if (rules.guarded().matcher(folder).matches()
                || rules.guarded().matcher(folder + "/x").matches()) {
            return Optional.of(
                    Ruling.never("It " + does + " everything under " + folder + ", which the machine needs."));
        }
        return Optional.empty();
    }

    boolean isHarmlessSink(String path) {
        return HARMLESS_SINK.matcher(path).matches();
    }

    boolean isLog(String path) {
        return rules.log().matcher(path).matches();
    }

    boolean isDevice(String path) {
        return rules.device().matcher(path).matches();
    }

    boolean isGuarded(String path) {
        return rules.guarded().matcher(path).matches() || (insideHome(path) && !insideWorkspace(path));
    }

    boolean isSecret(String path) {
        return rules.secret().matcher(path).matches() || (insideHome(path) && !insideWorkspace(path));
    }

    boolean isVital(String path) {
        return rules.vital().matcher(path).matches();
    }

    /** Whether a recursive look under this folder would come across Readback's own files. */
    boolean holdsHome(String path) {
        return homes.stream()
                .anyMatch(home -> home.startsWith(Path.of(path))
                        || (HomeGlob.meets(Path.of(path), home)
                                && Path.of(path).getNameCount() <= home.getNameCount()));
    }

    boolean insideHome(String path) {
        return homes.stream()
                .anyMatch(home -> Path.of(path).startsWith(home)
                        || real(Path.of(path)).startsWith(home)
                        || (HomeGlob.meets(Path.of(path), home)
                                && Path.of(path).getNameCount() >= home.getNameCount()));
    }

    private boolean touchesHome(String path) {
        return insideHome(path);
    }

    boolean insideWorkspace(String path) {
        Path real = real(Path.of(path));
        return Path.of(path).startsWith(surroundings.workspace())
                && (real.startsWith(surroundings.workspace()) || real.startsWith(real(surroundings.workspace())));
    }

    private boolean globMeetsSecret(String glob) {
        String regex = glob.chars()
                .mapToObj(c -> c == '*'
                        ? "[^/]*"
                        : c == '?'
                                ? "[^/]"
                                : c == '[' || c == ']'
                                        ? String.valueOf((char) c)
                                        : Pattern.quote(String.valueOf((char) c)))
                .reduce("", String::concat);
        if (glob.endsWith("/*") || glob.equals("*")) {
            return glob.equals("/etc/*")
                    || rules.secret()
                            .matcher(glob.substring(0, glob.length() - 1) + "x")
                            .matches();
        }
        try {
            Pattern pattern = Pattern.compile(regex);
            return rules.secretSamples().stream()
                    .anyMatch(sample -> pattern.matcher(sample).matches());
        } catch (java.util.regex.PatternSyntaxException unreadable) {
            return true;
        }
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** Follows symbolic links as far as the path exists on this machine. */
    private static Path real(Path path) {
        Path existing = path;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return existing == null
                    ? path
                    : existing.toRealPath().resolve(existing.relativize(path)).normalize();
        } catch (IOException unreadable) {
            return path;
        }
    }
}
