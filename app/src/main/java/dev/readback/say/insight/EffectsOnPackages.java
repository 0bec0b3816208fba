package dev.readback.say.insight;

import dev.readback.say.Text;
import dev.readback.say.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What apt would do, by its own simulation. */
final class EffectsOnPackages {

    private static final Map<String, String> VERBS = Map.of(
            "remove", "remove",
            "purge", "purge",
            "autoremove", "autoremove",
            "autopurge", "autoremove --purge",
            "upgrade", "upgrade",
            "full-upgrade", "dist-upgrade",
            "dist-upgrade", "dist-upgrade",
            "install", "install",
            "reinstall", "install --reinstall");
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+:~=/_-]*[+-]?");
    private static final int MOST_MEASURED = 40;

    private final EffectsCommand command;
    private final EffectsLooks looks;

    EffectsOnPackages(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
    }

    static String simulation(String verb, List<String> packages, List<String> options) {
        return "apt-get -s " + verb
                + options.stream().map(option -> " " + option).collect(Collectors.joining())
                + packages.stream().map(name -> " " + EffectsWord.quoted(name)).collect(Collectors.joining());
    }

    static String sizesLine(List<String> packages) {
        return "dpkg-query -W -f '${Installed-Size}\\n' " + String.join(" ", packages) + " || true";
    }

    List<String> phrases() {
        List<String> operands = command.operands("-t", "-o", "-c", "--option").stream()
                .map(EffectsWord::text)
                .toList();
        String verb = operands.isEmpty() ? "" : VERBS.getOrDefault(operands.getFirst(), "");
        boolean plain = operands.stream().allMatch(name -> PACKAGE.matcher(name).matches())
                && !command.has("-t", "-o", "-c", "--option", "-s", "--simulate", "--download-only");
        return plain && !verb.isEmpty() ? of(verb, operands.subList(1, operands.size())) : List.of();
    }

    private List<String> of(String verb, List<String> packages) {
        List<String> options = command.texts().stream()
                .filter(text -> text.matches("--(purge|auto-?remove|reinstall|no-install-recommends|only-upgrade)"))
                .toList();
        String said = looks.see(simulation(verb, packages, options));
        List<String> removed = named(said, "Remv|Purg");
        List<String> fresh = named(said, "Inst", "(?! \\[)");
        List<String> renewed = named(said, "Inst", "(?= \\[)");
        List<String> phrases = new ArrayList<>();
        if (said.contains("essential packages will be removed")) {
            phrases.add("packages the system needs would be removed");
        }
        counted(removed, "is removed", "are removed").ifPresent(phrases::add);
        counted(fresh, "is new", "are new").ifPresent(phrases::add);
        counted(renewed, "is upgraded", "are upgraded").ifPresent(phrases::add);
        freed(removed).ifPresent(phrases::add);
        boolean nothing = phrases.isEmpty() && said.contains("0 upgraded, 0 newly installed, 0 to remove");
        return nothing ? List.of("no package would change") : phrases;
    }

    private static List<String> named(String said, String acts, String then) {
        return Pattern.compile("^(?:" + acts + ") ([a-z0-9][a-z0-9.+-]{1,80}+)(?::\\w++)?+" + then, Pattern.MULTILINE)
                .matcher(said)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static List<String> named(String said, String acts) {
        return named(said, acts, "(?= )");
    }

    private static Optional<String> counted(List<String> names, String one, String many) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.counted(names.size(), "package") + " " + (names.size() == 1 ? one : many) + ": "
                        + EffectsNames.three(names));
    }

    private Optional<String> freed(List<String> removed) {
        if (removed.isEmpty() || removed.size() > MOST_MEASURED) {
            return Optional.empty();
        }
        double kilobytes = Text.lines(looks.see(sizesLine(removed))).stream()
                .filter(size -> size.matches("\\d{1,12}"))
                .mapToDouble(Double::parseDouble)
                .sum();
        return kilobytes > 0 ? Optional.of(Units.bytes(kilobytes * 1024) + " are freed") : Optional.empty();
    }
}
