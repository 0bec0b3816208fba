package dev.readback.say.insight;

import dev.readback.say.Text;
import dev.readback.say.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What docker would tidy away. */
final class EffectsOfPruning {

    private final String program;
    private final String group;
    private final EffectsCommand act;
    private final EffectsLooks looks;

    EffectsOfPruning(String program, String group, EffectsCommand act, EffectsLooks looks) {
        this.program = EffectsWord.quoted(program);
        this.group = group;
        this.act = act;
        this.looks = looks;
    }

    static String spaceLine(String program) {
        return program + " system df --format '{{.Type}}|{{.Active}}|{{.Reclaimable}}'";
    }

    static String imagesLine(String program) {
        return program + " images -f dangling=true -q --no-trunc";
    }

    static String volumesLine(String program) {
        return program + " volume ls -f dangling=true --format '{{.Name}}'";
    }

    List<String> phrases() {
        if (act.has("--filter")) {
            return List.of();
        }
        boolean system = group.equals("system");
        looks.begin(spaceLine(program), EffectsContainer.allLine(program));
        List<String> phrases = new ArrayList<>();
        if (group.equals("volume") || (system && act.has("--volumes"))) {
            volumes().ifPresent(phrases::add);
        }
        if (group.equals("container") || system) {
            stopped().ifPresent(phrases::add);
        }
        if (group.equals("image") || system) {
            images().ifPresent(phrases::add);
        }
        if (system) {
            freed("Build Cache").map(size -> "build cache, up to " + size).ifPresent(phrases::add);
        }
        return phrases;
    }

    private Optional<String> stopped() {
        List<EffectsContainer> stopped = EffectsContainer.read(looks.see(EffectsContainer.allLine(program))).stream()
                .filter(container -> container.status().matches("(Exited|Created|Dead).*"))
                .toList();
        return stopped.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.counted(stopped.size(), "stopped container") + ": "
                        + EffectsNames.three(EffectsContainer.names(stopped)));
    }

    private Optional<String> images() {
        if (act.has("-a", "--all")) {
            return freed("Images").map(size -> "all images no container uses, up to " + size);
        }
        long dangling = Text.lines(looks.see(imagesLine(program))).stream()
                .filter(id -> id.matches("(sha256:)?[0-9a-f]{12,64}"))
                .count();
        return dangling == 0 ? Optional.empty() : Optional.of(Text.counted(dangling, "image") + " without a name");
    }

    private Optional<String> volumes() {
        List<String> unused = EffectsNames.plain(Text.lines(looks.see(volumesLine(program))));
        boolean all = act.has("-a", "--all") && group.equals("volume");
        List<String> named =
                unused.stream().filter(name -> !name.matches("[0-9a-f]{64}")).toList();
        if (all && !named.isEmpty()) {
            return Optional.of(
                    Text.counted(unused.size(), "unused volume") + ", among them " + EffectsNames.three(named));
        }
        int unnamed = unused.size() - named.size();
        return unnamed == 0
                ? Optional.empty()
                : Optional.of(Text.counted(unnamed, "unused volume") + " without a name");
    }

    /** "2.1 gigabytes" of {@code Images|3|2.1GB (80%)}. */
    private Optional<String> freed(String type) {
        for (String line : Text.lines(looks.see(spaceLine(program)))) {
            String[] row = line.split("\\|", -1);
            if (row.length == 3 && row[0].equals(type)) {
                String size = row[2].replaceAll(" ?\\(.*", "");
                return size.matches("[0-9.]+[kMGT]?B") && Units.bytes(size) > 0
                        ? Optional.of(Units.size(size))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
