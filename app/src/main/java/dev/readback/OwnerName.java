package dev.readback;

import dev.readback.failure.Failure;
import dev.readback.memory.Workspace;
import dev.readback.settings.Settings;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the owner is called: as they have set it, else as the first line of their USER.md that tells a name has it. */
final class OwnerName {

    private static final Pattern TOLD = Pattern.compile(
            "(?im)^[\\s*_-]*(?:(?:my |your |full |first |preferred )?name|what to call (?:me|you|them)|call me)\\b[\\s*_]*:[\\s*_]*(\\p{L}[^\\r\\n]*)$");

    private OwnerName() {}

    static Optional<String> of(Settings settings, Workspace workspace) {
        return settings.owner().or(() -> told(workspace));
    }

    private static Optional<String> told(Workspace workspace) {
        try {
            return TOLD.matcher(workspace.read("USER.md").text())
                    .results()
                    .map(OwnerName::name)
                    .filter(name -> !name.isEmpty())
                    .findFirst();
        } catch (Failure gone) {
            return Optional.empty();
        }
    }

    /** Without what is added to it, such as "Ada (she/her)". */
    private static String name(MatchResult line) {
        return line.group(1).split("[,;(*_<]", 2)[0].strip();
    }
}
