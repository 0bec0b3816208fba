package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is removed, emptied, or given other rights. */
final class EffectsOnFiles {

    static final String MOUNTS = "findmnt -rn -o TARGET";

    private final EffectsCommand command;
    private final EffectsLooks looks;
    private final List<EffectsWord> paths;

    EffectsOnFiles(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
        this.paths = paths(command);
    }

    private static List<EffectsWord> paths(EffectsCommand command) {
        List<EffectsWord> operands = switch (command.program()) {
            case "truncate" -> command.operands("-s", "--size", "-r", "--reference");
            case "shred" -> command.operands("-n", "--iterations", "-s", "--size");
            default -> command.operands();
        };
        boolean rights = command.program().startsWith("ch");
        boolean modeFirst = rights
                && !command.has("--reference")
                && command.texts().stream().noneMatch(text -> text.matches("-[rwxXst]+") && !text.equals("-r"));
        return modeFirst && !operands.isEmpty() ? operands.subList(1, operands.size()) : operands;
    }

    List<String> phrases() {
        boolean rights = command.program().startsWith("ch");
        if (paths.isEmpty() || paths.size() > 50 || (rights && !command.has("-R", "--recursive"))) {
            return List.of();
        }
        String stat = EffectsPath.lineOf(paths);
        String count = EffectsTree.lineOf(paths, deep());
        looks.begin(stat, count, MOUNTS);
        List<EffectsPath> found = EffectsPath.read(looks.see(stat));
        Optional<EffectsTree> tree = EffectsTree.read(looks.see(count));
        List<String> phrases = new ArrayList<>();
        missing(found, tree).ifPresent(phrases::add);
        if (!found.isEmpty()) {
            phrases.addAll(mounts(found));
            links(found).ifPresent(phrases::add);
            refusal(found, tree).ifPresentOrElse(phrases::add, () -> size(tree).ifPresent(phrases::add));
            users(found).ifPresent(phrases::add);
        }
        return phrases;
    }

    private boolean deep() {
        return switch (command.program()) {
            case "rm" -> command.has("-r", "-R", "--recursive");
            case "rmdir", "chmod", "chown", "chgrp" -> true;
            default -> false;
        };
    }

    private Optional<String> missing(List<EffectsPath> found, Optional<EffectsTree> tree) {
        // Nothing printed by stat counts only when the other look did run, and found nothing either.
        if (command.elevated()
                || tree.isEmpty()
                || (found.isEmpty() && !tree.get().empty())) {
            return Optional.empty();
        }
        List<String> absent = paths.stream()
                .filter(path -> path.pattern() ? found.isEmpty() : !isAmong(path, found))
                .map(path -> path.pattern() ? "nothing matches " + EffectsNames.path(path) : EffectsNames.path(path))
                .toList();
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        boolean nothing = absent.stream().allMatch(phrase -> phrase.startsWith("nothing matches"));
        String verb = absent.size() == 1 ? " does not exist" : " do not exist";
        return Optional.of(nothing ? absent.getFirst() : EffectsNames.three(absent) + verb);
    }

    private static boolean isAmong(EffectsWord path, List<EffectsPath> found) {
        // The shell makes a longer path of a tilde, and stat writes odd names with escapes.
        boolean comparable =
                EffectsNames.plain(path.text()).isPresent() && !path.text().startsWith("~");
        String name = path.text().matches("(/|\\.{1,2}/).*") ? path.text() : "./" + path.text();
        return comparable ? found.stream().anyMatch(one -> one.name().equals(name)) : !found.isEmpty();
    }

    private List<String> mounts(List<EffectsPath> found) {
        List<String> mounts = Text.lines(looks.see(MOUNTS));
        List<String> phrases = new ArrayList<>();
        for (EffectsPath path : found) {
            String name = path.name().replaceAll("(?<=.)/+$", "");
            if (mounts.contains(name) && EffectsNames.plain(name).isPresent()) {
                phrases.add(name + " is a mount point");
            }
            mounts.stream()
                    .filter(mount -> deep() && mount.startsWith(name + "/"))
                    .flatMap(mount -> EffectsNames.plain(mount).stream())
                    .map(mount -> "another disk is mounted inside it, on " + mount)
                    .findFirst()
                    .ifPresent(phrases::add);
        }
        return phrases;
    }

    private static Optional<String> links(List<EffectsPath> found) {
        return found.stream()
                .filter(EffectsPath::link)
                .filter(link ->
                        EffectsNames.plain(List.of(link.name(), link.target())).size() == 2)
                .findFirst()
                .map(link -> (found.size() == 1 ? "it" : link.name()) + " is only a link, to " + link.target());
    }

    /** What the command would not do as it stands. */
    private Optional<String> refusal(List<EffectsPath> found, Optional<EffectsTree> tree) {
        boolean oneFolder = found.size() == 1 && found.getFirst().folder();
        if (command.program().equals("rm") && oneFolder && !deep() && !command.has("-d", "--dir")) {
            return Optional.of("it is a folder, which rm leaves alone without -r");
        }
        boolean full = tree.isPresent()
                && tree.get().files() + tree.get().folders() + tree.get().links() > 1;
        return command.program().equals("rmdir") && oneFolder && full
                ? Optional.of("the folder is not empty")
                : Optional.empty();
    }

    private Optional<String> size(Optional<EffectsTree> tree) {
        return tree.filter(seen -> seen.files() + seen.links() > 0 || (seen.whole() && !seen.empty()))
                .map(EffectsTree::phrase);
    }

    private Optional<String> users(List<EffectsPath> found) {
        List<String> names = found.stream()
                .map(EffectsPath::name)
                .filter(name -> name.startsWith("/") && !name.equals("/"))
                .limit(5)
                .toList();
        if (names.isEmpty() || command.program().startsWith("ch")) {
            return Optional.empty();
        }
        List<String> programs = EffectsOpenFiles.programs(looks.see(EffectsOpenFiles.line(names)), looks);
        return programs.isEmpty() ? Optional.empty() : Optional.of("in use by " + EffectsNames.three(programs));
    }
}
