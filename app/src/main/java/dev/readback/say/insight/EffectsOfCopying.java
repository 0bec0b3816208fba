package dev.readback.say.insight;

import dev.readback.say.Text;
import dev.readback.say.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is moved or copied, and what it would overwrite. */
final class EffectsOfCopying {

    private static final int MOST_SOURCES = 10;

    private final EffectsCommand command;
    private final EffectsLooks looks;

    EffectsOfCopying(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
    }

    List<String> phrases() {
        List<EffectsWord> operands = command.operands("-t", "--target-directory", "-S", "--suffix");
        Optional<EffectsWord> folder = command.value("-t", "--target-directory");
        if (operands.size() < (folder.isPresent() ? 1 : 2) || operands.size() > MOST_SOURCES) {
            return List.of();
        }
        EffectsWord target = folder.orElseGet(operands::getLast);
        List<EffectsWord> sources = folder.isPresent() ? operands : operands.subList(0, operands.size() - 1);
        return phrases(sources, target);
    }

    private List<String> phrases(List<EffectsWord> sources, EffectsWord target) {
        String count = EffectsTree.lineOf(sources, true);
        String stat = EffectsPath.lineOf(List.of(target));
        looks.begin(count, stat);
        List<String> phrases = new ArrayList<>();
        Optional<EffectsTree> tree = EffectsTree.read(looks.see(count));
        if (tree.filter(EffectsTree::empty).isPresent()) {
            String all =
                    EffectsNames.three(sources.stream().map(EffectsNames::path).toList());
            return command.elevated()
                    ? List.of()
                    : List.of(all + (sources.size() == 1 ? " does not exist" : " do not exist"));
        }
        overwritten(sources, target, EffectsPath.read(looks.see(stat))).ifPresent(phrases::add);
        tree.map(EffectsTree::phrase).ifPresent(phrases::add);
        return phrases;
    }

    private Optional<String> overwritten(List<EffectsWord> sources, EffectsWord target, List<EffectsPath> there) {
        if (there.size() != 1 || command.has("-n", "--no-clobber") || target.pattern()) {
            return Optional.empty();
        }
        if (!there.getFirst().folder()) {
            return Optional.of("it overwrites " + EffectsNames.path(target) + holding(there.getFirst()));
        }
        List<EffectsPath> same = command.has("-T") ? List.of() : inside(sources, target);
        return same.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "it overwrites " + Text.counted(same.size(), "file") + " in " + EffectsNames.path(target));
    }

    private List<EffectsPath> inside(List<EffectsWord> sources, EffectsWord folder) {
        List<String> places = sources.stream()
                .filter(source -> !source.pattern())
                .map(source -> source.text().replaceAll("/+$", "").replaceAll(".*/", ""))
                .filter(name -> !name.isEmpty())
                .map(name -> folder.operand() + "/" + EffectsWord.quoted(name))
                .toList();
        return places.isEmpty()
                ? List.of()
                : EffectsPath.read(looks.see(EffectsPath.line(places))).stream()
                        .filter(path -> !path.folder())
                        .toList();
    }

    private static String holding(EffectsPath file) {
        return file.file() && file.bytes() > 0 ? ", which holds " + Units.bytes(file.bytes()) : "";
    }
}
