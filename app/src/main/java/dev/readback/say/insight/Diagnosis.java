package dev.readback.say.insight;

import dev.readback.say.CommandResult;
import dev.readback.say.CommandResult.Ending;
import dev.readback.say.Redaction;
import dev.readback.say.Speech;
import dev.readback.say.Text;
import java.util.List;
import java.util.Optional;

/** Why a command failed, looked up right after it did. Thread-safe. */
public final class Diagnosis {

    private static final int MOST_WORDS = 45;
    private static final String LOCAL = "local";

    private Diagnosis() {}

    /**
     * The cause of a failure on this machine: "nginx did not start: port 80 is taken by apache2." Takes two seconds at most and never throws.
     *
     * @param intent the intent the command came from
     * @param argv the command's words; may be empty where its line needs a shell
     * @return one or two sentences; empty when it did not fail, when the cause is not recognised, and where what it printed says it already
     */
    public static Optional<String> of(String intent, List<String> argv, CommandResult result, Glance glance) {
        boolean failed = result.ending() == Ending.EXITED
                && result.exitCode() != 0
                && result.host().equals(LOCAL);
        if (!failed) {
            return Optional.empty();
        }
        try (EffectsLooks looks = new EffectsLooks(glance)) {
            return EffectsCommand.of(argv, result.line())
                    .flatMap(command -> cause(command, result, looks))
                    .map(Diagnosis::sentence);
        } catch (IllegalArgumentException | IndexOutOfBoundsException oddOutput) {
            return Optional.empty();
        }
    }

    private static Optional<String> cause(EffectsCommand command, CommandResult result, EffectsLooks looks) {
        String said = DiagnosisClues.readable(result.output());
        return switch (command.program()) {
            case "systemctl", "service" -> new DiagnosisOfUnits(command, said, looks).cause();
            case "docker", "podman", "docker-compose" -> new DiagnosisOfContainers(command, said, looks).cause();
            case "apt", "apt-get", "dpkg" -> new DiagnosisOfPackages(command, said, looks).cause();
            case "mount", "umount" -> new DiagnosisOfMounts(command, said, looks).cause();
            default -> Optional.empty();
        };
    }

    private static String sentence(String cause) {
        return Text.sentence(Speech.cut(Speech.speakable(Redaction.redact(cause)), MOST_WORDS));
    }
}
