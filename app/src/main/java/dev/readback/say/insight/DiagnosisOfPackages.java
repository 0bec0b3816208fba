package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why apt or dpkg gave up. */
final class DiagnosisOfPackages {

    static final String LOCKS =
            "fuser /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock";
    static final String HELD = "apt-mark showhold";

    private static final Pattern LOCKED =
            Pattern.compile("Could not get lock|frontend lock|Unable to acquire the dpkg|unable to lock");
    private static final Pattern HOLDER = Pattern.compile("held by process (\\d{1,10}) \\(([\\w.+-]{1,40})\\)");
    private static final Pattern UNKNOWN_SERVER =
            Pattern.compile("(?:Temporary failure resolving|Could not resolve) '([\\w.-]{1,80})'");
    private static final Pattern SILENT_SERVER = Pattern.compile(
            "(?:Could not connect to|Cannot initiate the connection to|Unable to connect to) ([\\w.-]{1,80}):");
    private static final Pattern UNMET = Pattern.compile(
            "^\\s*([a-z0-9][a-z0-9.+-]{1,60})(?::\\w+)? ?: (?:Pre)?Depends: ([a-z0-9][a-z0-9.+-]{1,60})",
            Pattern.MULTILINE);
    private static final Pattern UNFINISHED =
            Pattern.compile("Errors were encountered while processing:\\s+([a-z0-9][a-z0-9.+-]{1,60})");
    private static final Pattern KEY = Pattern.compile("NO_PUBKEY ([0-9A-F]{8,40})");

    private final EffectsCommand command;
    private final String said;
    private final EffectsLooks looks;

    DiagnosisOfPackages(EffectsCommand command, String said, EffectsLooks looks) {
        this.command = command;
        this.said = said;
        this.looks = looks;
    }

    /** Who works on the packages now: "apt-get". */
    static Optional<String> holder(EffectsLooks looks) {
        String ids = Pattern.compile("(?<!\\S)\\d{1,10}(?!\\S)")
                .matcher(looks.see(LOCKS))
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(5)
                .collect(Collectors.joining(","));
        return ids.isEmpty()
                ? Optional.empty()
                : EffectsNames.plain(Text.lines(looks.see(EffectsOpenFiles.namesLine(ids)))).stream()
                        .findFirst();
    }

    Optional<String> cause() {
        return why().map(why -> command.program() + " did not get through: " + why);
    }

    private Optional<String> why() {
        if (LOCKED.matcher(said).find()) {
            return said.contains("Permission denied") ? Optional.empty() : locked();
        }
        return interrupted()
                .or(() -> named(UNKNOWN_SERVER)
                        .map(server -> "the package server " + server
                                + " is not known; the network or its name service is down"))
                .or(() -> named(SILENT_SERVER).map(server -> "the package server " + server + " does not answer"))
                .or(this::full)
                .or(this::held)
                .or(this::unmet)
                .or(() -> named(KEY).map(key -> "the key of a package source is missing, " + key))
                .or(() -> said.matches("(?s).*\\b404 +Not Found.*")
                        ? Optional.of("its lists of packages are out of date")
                        : Optional.empty())
                .or(() -> named(UNFINISHED).map(name -> "the package " + name + " could not be set up"));
    }

    private Optional<String> locked() {
        Matcher named = HOLDER.matcher(said);
        return named.find()
                ? Optional.of(named.group(2) + " is changing packages now, as process " + named.group(1))
                : holder(looks).map(name -> name + " is changing packages now");
    }

    private Optional<String> interrupted() {
        return said.contains("dpkg was interrupted")
                ? Optional.of("an earlier installation was interrupted. The command dpkg --configure -a finishes it")
                : Optional.empty();
    }

    private Optional<String> full() {
        return said.contains("No space left on device") || said.contains("enough free space")
                ? Optional.of("the disk is full")
                : Optional.empty();
    }

    private Optional<String> held() {
        boolean broken = said.contains("held broken packages") || said.contains("Held packages were changed");
        List<String> held = broken ? EffectsNames.plain(Text.lines(looks.see(HELD))) : List.of();
        return held.isEmpty() ? Optional.empty() : Optional.of("held back: " + EffectsNames.three(held));
    }

    private Optional<String> unmet() {
        Matcher unmet = UNMET.matcher(said);
        return unmet.find()
                ? Optional.of(unmet.group(1) + " needs " + unmet.group(2) + ", which cannot be had as it is wanted")
                : Optional.empty();
    }

    private Optional<String> named(Pattern pattern) {
        Matcher matcher = pattern.matcher(said);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
