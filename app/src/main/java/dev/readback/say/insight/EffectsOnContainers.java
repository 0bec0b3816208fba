package dev.readback.say.insight;

import dev.readback.say.Text;
import dev.readback.say.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which containers stop, and what goes with them. */
final class EffectsOnContainers {

    private static final Set<String> GROUPS =
            Set.of("compose", "container", "image", "volume", "system", "network", "builder", "stack");
    private static final Map<String, String> ENDS = Map.of(
            "stop", "stops", "restart", "restarts", "kill", "is killed", "rm", "is deleted", "pause", "is paused");

    private final String program;
    private final EffectsCommand act;
    private final EffectsLooks looks;

    private EffectsOnContainers(String program, EffectsCommand act, EffectsLooks looks) {
        this.program = program;
        this.act = act;
        this.looks = looks;
    }

    static List<String> phrases(EffectsCommand command, EffectsLooks looks) {
        List<EffectsWord> operands = command.operands("-f", "--file", "-p", "--project-name", "--project-directory");
        if (command.program().equals("docker-compose")) {
            return new EffectsOnCompose("docker-compose", command, looks).phrases();
        }
        if (operands.isEmpty() || command.words().indexOf(operands.getFirst()) != 0) {
            // Options before the verb may name another machine.
            return List.of();
        }
        EffectsWord first = operands.getFirst();
        EffectsCommand inner = command.after(first);
        if (first.text().equals("compose")) {
            return new EffectsOnCompose(command.program() + " compose", inner, looks).phrases();
        }
        boolean grouped = GROUPS.contains(first.text()) && operands.size() > 1;
        EffectsCommand act = grouped ? inner.after(operands.get(1)) : inner;
        String group = grouped ? first.text() : "container";
        return new EffectsOnContainers(command.program(), act, looks).phrases(group);
    }

    private List<String> phrases(String group) {
        return switch (group + " " + act.program()) {
            case "container stop", "container restart", "container kill", "container rm", "container pause" -> ended();
            case "container rmi", "image rm", "image remove" -> images();
            case "volume rm", "volume remove" -> volumes();
            case "system prune", "container prune", "image prune", "volume prune" ->
                new EffectsOfPruning(program, group, act, looks).phrases();
            default -> List.of();
        };
    }

    private List<EffectsContainer> all() {
        return EffectsContainer.read(looks.see(EffectsContainer.allLine(program)));
    }

    private List<String> ended() {
        List<EffectsContainer> all = all();
        List<String> phrases = new ArrayList<>();
        List<EffectsContainer> hit = new ArrayList<>();
        for (EffectsWord word : act.operands("-t", "--time", "--timeout", "-s", "--signal")) {
            List<EffectsContainer> named =
                    all.stream().filter(container -> container.is(word.text())).toList();
            hit.addAll(named);
            if (named.isEmpty()
                    && !all.isEmpty()
                    && EffectsNames.plain(word.text()).isPresent()) {
                phrases.add("there is no container called " + word.text());
            }
        }
        if (hit.size() == 1) {
            phrases.add(one(hit.getFirst()));
        } else if (hit.size() > 1) {
            phrases.add(hit.size() + " containers: " + EffectsNames.three(EffectsContainer.names(hit)));
            EffectsContainer.published(hit).ifPresent(phrases::add);
        }
        kept(hit).ifPresent(phrases::add);
        return phrases;
    }

    private String one(EffectsContainer container) {
        String verb = act.program();
        if (!container.running() && !verb.equals("rm")) {
            return "container " + container.name() + " is not running now";
        }
        if (verb.equals("rm") && container.running() && !act.has("-f", "--force")) {
            return "container " + container.name() + " is running, and stays as it is without -f";
        }
        return "container " + container.name() + " " + ENDS.getOrDefault(verb, "stops")
                + EffectsNames.plain(container.image())
                        .map(image -> ", made from " + image)
                        .orElse("")
                + container.since().map(since -> ", " + since).orElse("")
                + EffectsContainer.published(List.of(container))
                        .map(ports -> ", " + ports)
                        .orElse("");
    }

    private Optional<String> kept(List<EffectsContainer> hit) {
        List<String> volumes = act.program().equals("rm") ? EffectsContainer.volumes(hit) : List.of();
        return volumes.isEmpty()
                ? Optional.empty()
                : Optional.of((volumes.size() == 1 ? "its volume stays: " : "its volumes stay: ")
                        + EffectsNames.three(volumes));
    }

    static String imagesLine(String program) {
        return program + " image ls --format '{{.Repository}}:{{.Tag}}|{{.ID}}|{{.Size}}'";
    }

    private List<String> images() {
        String line = imagesLine(EffectsWord.quoted(program));
        looks.begin(line, EffectsContainer.allLine(program));
        Map<String, String> sizes = sizes(looks.see(line));
        List<EffectsContainer> all = all();
        List<String> phrases = new ArrayList<>();
        for (EffectsWord word : act.operands()) {
            String image = word.text();
            List<EffectsContainer> using =
                    all.stream().filter(container -> container.isOf(image)).toList();
            if (!using.isEmpty()) {
                phrases.add("used by " + (using.size() == 1 ? "container " : "containers ")
                        + EffectsNames.three(EffectsContainer.names(using)));
            }
            Optional.ofNullable(sizes.getOrDefault(image, sizes.get(image + ":latest")))
                    .map(size -> "up to " + Units.size(size.replace(" ", "")) + " are freed")
                    .ifPresent(phrases::add);
        }
        return phrases;
    }

    private static Map<String, String> sizes(String output) {
        Map<String, String> sizes = new TreeMap<>();
        for (String row : Text.lines(output)) {
            String[] cells = row.split("\\|", -1);
            if (cells.length == 3 && cells[2].matches("[0-9.]+ ?[kMGT]?B")) {
                sizes.put(cells[0], cells[2]);
                sizes.put(cells[1], cells[2]);
            }
        }
        return sizes;
    }

    private List<String> volumes() {
        Set<String> named = act.operands().stream().map(EffectsWord::text).collect(Collectors.toSet());
        List<EffectsContainer> using = all().stream()
                .filter(container -> container.mounts().stream().anyMatch(named::contains))
                .toList();
        return using.isEmpty()
                ? List.of()
                : List.of("used by " + (using.size() == 1 ? "container " : "containers ")
                        + EffectsNames.three(EffectsContainer.names(using)));
    }
}
