package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a compose project runs now. */
final class EffectsOnCompose {

    private static final Set<String> TAKING = Set.of("-f", "--file", "-p", "--project-name", "--project-directory");

    private final String program;
    private final List<EffectsWord> project = new ArrayList<>();
    private final EffectsCommand act;
    private final EffectsLooks looks;

    EffectsOnCompose(String program, EffectsCommand command, EffectsLooks looks) {
        this.program = program;
        this.looks = looks;
        List<EffectsWord> words = command.words();
        int at = 0;
        while (at < words.size() && words.get(at).text().startsWith("-")) {
            int taken = TAKING.contains(words.get(at).text()) ? 2 : 1;
            project.addAll(words.subList(at, Math.min(words.size(), at + taken)));
            at += taken;
        }
        this.act = at < words.size()
                ? new EffectsCommand(words.get(at).text(), words.subList(at + 1, words.size()))
                : new EffectsCommand("", List.of());
    }

    /** Lists the project's containers by their id, with the options that say which project it is. */
    static String idsLine(String program, List<EffectsWord> project) {
        String options = project.stream().map(word -> word.shell() + " ").collect(Collectors.joining());
        return program + " " + options + "ps -a -q";
    }

    List<String> phrases() {
        if (!Set.of("down", "stop", "restart", "kill", "rm", "up").contains(act.program())) {
            return List.of();
        }
        String ids = idsLine(program, project);
        String all = EffectsContainer.allLine(program.split("[ -]", 2)[0]);
        looks.begin(ids, all);
        Set<String> ours = Set.copyOf(EffectsContainer.ids(looks.see(ids)));
        Set<String> services = act.operands("-t", "--timeout", "--scale").stream()
                .map(EffectsWord::text)
                .collect(Collectors.toSet());
        List<EffectsContainer> hit = EffectsContainer.read(looks.see(all)).stream()
                .filter(container -> ours.stream().anyMatch(id -> container.id().startsWith(id)))
                .filter(container -> services.isEmpty() || services.contains(container.service()))
                .toList();
        return hit.isEmpty() ? List.of() : phrases(hit);
    }

    private List<String> phrases(List<EffectsContainer> hit) {
        List<EffectsContainer> running =
                hit.stream().filter(EffectsContainer::running).toList();
        List<String> phrases = new ArrayList<>();
        lost(hit).ifPresent(phrases::add);
        phrases.add(running.isEmpty() ? "none of its containers runs now" : running(running));
        EffectsContainer.published(running).ifPresent(phrases::add);
        return phrases;
    }

    private String running(List<EffectsContainer> running) {
        boolean one = running.size() == 1;
        String verb = switch (act.program()) {
            case "restart" -> one ? " restarts: " : " restart: ";
            case "up" -> one ? " runs already: " : " run already: ";
            default -> one ? " stops: " : " stop: ";
        };
        return Text.counted(running.size(), "container") + verb + EffectsNames.three(EffectsContainer.names(running));
    }

    private Optional<String> lost(List<EffectsContainer> hit) {
        List<String> volumes = EffectsContainer.volumes(hit);
        boolean goes = act.program().equals("down") && act.has("-v", "--volumes") && !volumes.isEmpty();
        return goes
                ? Optional.of((volumes.size() == 1 ? "the volume goes too: " : "the volumes go too: ")
                        + EffectsNames.three(volumes))
                : Optional.empty();
    }
}
