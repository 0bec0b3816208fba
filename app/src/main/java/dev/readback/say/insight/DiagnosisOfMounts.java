package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why something could not be mounted or let go of. */
final class DiagnosisOfMounts {

    private static final Pattern BUSY = Pattern.compile("target is busy|device is busy|Device or resource busy");
    private static final Pattern NO_DEVICE = Pattern.compile("special device (/[\\w./:@+-]{1,120}) does not exist");
    private static final Pattern NO_POINT = Pattern.compile("(/[\\w./@+-]{1,120}): mount point does not exist");

    private final EffectsCommand command;
    private final String said;
    private final EffectsLooks looks;

    DiagnosisOfMounts(EffectsCommand command, String said, EffectsLooks looks) {
        this.command = command;
        this.said = said;
        this.looks = looks;
    }

    Optional<String> cause() {
        List<EffectsWord> operands = command.operands("-t", "-o", "--types", "--options");
        if (operands.isEmpty()) {
            return Optional.empty();
        }
        String path = EffectsNames.path(operands.getLast());
        if (command.program().equals("umount")) {
            return BUSY.matcher(said).find() ? busy(operands.getLast().text()) : Optional.empty();
        }
        return named(NO_DEVICE)
                .map(device -> "there is no disk " + device)
                .or(() -> named(NO_POINT).map(point -> "there is no folder " + point))
                .or(() -> said.contains("already mounted") ? Optional.of("it is mounted already") : Optional.empty())
                .or(() -> said.contains("wrong fs type")
                        ? Optional.of("what is on it is not a file system of the kind it was taken for, or is damaged")
                        : Optional.empty())
                .map(why -> path + " was not mounted: " + why);
    }

    private Optional<String> busy(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> programs = EffectsOpenFiles.programs(looks.see(EffectsOpenFiles.line(List.of(path))), looks);
        return programs.isEmpty()
                ? Optional.empty()
                : Optional.of(path + " is still mounted: " + Text.list(programs, 3)
                        + (programs.size() == 1 ? " uses" : " use") + " it");
    }

    private Optional<String> named(Pattern pattern) {
        Matcher matcher = pattern.matcher(said);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
