package dev.readback.say.insight;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What find would delete: the same search, counting. */
final class EffectsOfFind {

    private final EffectsCommand command;
    private final EffectsLooks looks;

    EffectsOfFind(EffectsCommand command, EffectsLooks looks) {
        this.command = command;
        this.looks = looks;
    }

    List<String> phrases() {
        List<EffectsWord> search = search();
        if (search.isEmpty()) {
            return List.of();
        }
        String find = "find " + search.stream().map(EffectsWord::shell).collect(Collectors.joining(" "));
        Optional<EffectsTree> found = EffectsTree.read(looks.see(EffectsTree.line(find)));
        return found
                .filter(tree -> tree.whole() || !tree.empty())
                .map(tree -> tree.empty() ? "nothing matches now" : tree.phrase())
                .stream()
                .toList();
    }

    /** The search without the deleting at its end; empty where it does something else besides. */
    private List<EffectsWord> search() {
        List<String> texts = command.texts();
        int action = texts.indexOf("-delete");
        boolean deletes = action >= 0 && action == texts.size() - 1;
        int exec = texts.indexOf("-exec");
        boolean removes = exec >= 0
                && action < 0
                && String.join(" ", texts.subList(exec, texts.size()))
                        .matches("-exec (\\S*/)?rm( -f)?( --)? \\{} [+;]");
        int end = deletes ? action : exec;
        boolean plain = (deletes || removes)
                && texts.subList(0, end).stream()
                        .noneMatch(text -> text.matches("-(exec|ok|print|fprint|fls|ls|quit).*"));
        return plain ? command.words().subList(0, end) : List.of();
    }
}
