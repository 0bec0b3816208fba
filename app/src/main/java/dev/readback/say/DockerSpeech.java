package dev.readback.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads docker ps, stats, system df and image ls. */
final class DockerSpeech {

    private static final Pattern SPACE_ROW = Pattern.compile(
            "^(Images|Containers|Local Volumes|Build Cache) {1,40}(?:\\d{1,9} {1,40}\\d{1,9} {1,40})?([0-9.]{1,12}[kKMGTP]?B) {1,40}([0-9.]{1,12}[kKMGTP]?B)");
    private static final Pattern STATS_ROW = Pattern.compile(
            "(\\S{1,128}) {1,80}([0-9.]{1,12})% {1,40}([0-9.]{1,12}\\w{1,4}) / ([0-9.]{1,12}\\w{1,4}) {1,40}([0-9.]{1,12})%");
    private static final Pattern STATUS = Pattern.compile(
            "(Up (?:About |Less than )?[\\w ]{1,30}?|Exited \\(\\d{1,5}\\) [\\w ]{1,30}? ago|Restarting|Created|Dead)(?: {2,}| \\(|$)");
    private static final Pattern CRASHED = Pattern.compile("Exited \\((?!0\\)|143\\)|137\\))\\d{1,5}\\)");
    private static final int MOST = 6;

    private DockerSpeech() {}

    private record Container(String name, String line) {
        String trouble() {
            return line.contains("(unhealthy)")
                    ? " is unhealthy"
                    : line.contains("Restarting (")
                            ? " keeps restarting"
                            : CRASHED.matcher(line).find() ? " has crashed" : "";
        }

        boolean isDown() {
            return line.contains("Exited (") || line.contains(" Created") || line.contains(" Dead");
        }

        String said() {
            Matcher status = STATUS.matcher(line);
            return name
                    + (trouble().isEmpty() ? "" : trouble())
                    + (status.find() && !trouble().contains("restart")
                            ? ", " + Text.lowerFirst(status.group(1).strip())
                            : "");
        }
    }

    private static List<Container> containersIn(String output) {
        return Text.lines(output).stream()
                .skip(1)
                .map(line -> new Container(Text.words(line, 2).getFirst(), line))
                .sorted(Comparator.comparing(
                        (Container container) -> container.trouble().isEmpty()))
                .toList();
    }

    static Speaker containers() {
        return result -> {
            List<Container> rows = containersIn(result.output());
            boolean all = result.intent().endsWith(".all");
            if (rows.isEmpty()) {
                return Optional.of(Answer.whole(all ? "There are no containers." : "No containers are running."));
            }
            List<Container> wrong =
                    rows.stream().filter(row -> !row.trouble().isEmpty()).toList();
            String trouble = wrong.isEmpty()
                    ? ""
                    : Text.list(
                                    wrong.stream()
                                            .map(row -> row.name() + row.trouble())
                                            .toList(),
                                    3) + ". ";
            String next = wrong.isEmpty()
                    ? ""
                    : " Say \"show the logs of the container "
                            + wrong.getFirst().name() + "\" to see why.";
            String said = trouble + (all ? allOf(rows) : running(rows)) + next;
            return Optional.of(
                    Answer.of(said).items(rows.stream().map(Container::said).toList(), 0));
        };
    }

    private static String running(List<Container> rows) {
        return Text.counted(rows.size(), "container") + Text.isOrAre(rows.size()) + " running: " + names(rows) + ".";
    }

    private static String allOf(List<Container> rows) {
        List<Container> down = rows.stream().filter(Container::isDown).toList();
        String there = Text.withoutEnd(Text.thereAre(rows.size(), "container"), ".");
        return down.isEmpty()
                ? there + ": " + names(rows) + "."
                : there + "; " + (down.size() == rows.size() && rows.size() > 1 ? "all of them" : down.size())
                        + (down.size() == 1 ? " is" : " are") + " stopped: " + names(down) + ".";
    }

    private static String names(List<Container> rows) {
        return Text.list(rows.stream().map(Container::name).toList(), MOST);
    }

    private record Use(String name, double cpu, String memory, double share) {}

    static Speaker stats() {
        return result -> {
            List<Use> uses = new ArrayList<>();
            for (String line : Text.lines(result.output())) {
                Matcher row = STATS_ROW.matcher(line);
                if (row.find()) {
                    uses.add(new Use(
                            row.group(1), Text.number(row.group(2)), row.group(3), Text.number(row.group(5)) / 100));
                }
            }
            if (uses.isEmpty()) {
                return Text.lines(result.output()).size() > 1
                        ? Optional.empty()
                        : Optional.of(Answer.whole("No containers are running."));
            }
            uses.sort(Comparator.comparingDouble((Use use) -> -Units.bytes(use.memory())));
            String many = uses.size() == 1 ? "." : "; " + uses.size() + " containers are running.";
            return Optional.of(Answer.of(used(uses.getFirst(), " uses most: ") + many)
                    .items(uses.stream().map(use -> used(use, " uses ")).toList(), 1)
                    .figures(uses.stream()
                            .map(use -> Figure.used(use.name(), use.share(), Units.sign(Units.bytes(use.memory()))))
                            .toList()));
        };
    }

    private static String used(Use use, String verb) {
        return use.name() + verb + Units.size(use.memory()) + " of memory and " + Math.round(use.cpu())
                + " percent of a processor";
    }

    static Speaker space() {
        return result -> {
            List<Matcher> rows = new ArrayList<>();
            double freeable = 0;
            for (String line : Text.lines(result.output())) {
                Matcher row = SPACE_ROW.matcher(line);
                if (row.find() && Units.bytes(row.group(2)) > 0) {
                    rows.add(row);
                    freeable += Units.bytes(row.group(3));
                }
            }
            if (rows.isEmpty()) {
                return Optional.of(Answer.whole("Docker takes next to no space."));
            }
            rows.sort(Comparator.comparingDouble((Matcher row) -> -Units.bytes(row.group(2))));
            List<String> parts = new ArrayList<>();
            for (Matcher row : rows) {
                String name = parts.isEmpty() ? row.group(1) + " take" : Text.lowerFirst(row.group(1));
                parts.add(name.toLowerCase(Locale.ROOT) + " " + Units.size(row.group(2)));
            }
            return Optional.of(Answer.whole(
                    Text.upperFirst(Text.list(parts, 4)) + "; " + Units.bytes(freeable) + " could be freed."));
        };
    }

    /** {@code docker image ls}: the size stands last, in whatever version. */
    static Speaker images() {
        return result -> {
            List<List<String>> rows = Text.rows(result.output()).stream()
                    .skip(1)
                    .filter(row -> row.size() > 1)
                    .sorted(Comparator.comparingDouble((List<String> row) -> -Units.bytes(row.getLast())))
                    .toList();
            String there = Text.thereAre(rows.size(), "image");
            if (rows.isEmpty()) {
                return Optional.of(Answer.whole(there));
            }
            List<String> items = rows.stream()
                    .map(row ->
                            row.getFirst() + (Units.isSize(row.getLast()) ? " with " + Units.size(row.getLast()) : ""))
                    .toList();
            return Optional.of(Answer.of(
                            rows.size() == 1
                                    ? Text.withoutEnd(there, ".") + ": " + items.getFirst() + "."
                                    : Text.withoutEnd(there, ".") + "; the biggest is " + items.getFirst() + ".")
                    .items(items, 1));
        };
    }

    /** The first column names them. */
    static Speaker named(String noun) {
        return result -> {
            List<String> names = Text.rows(result.output()).stream()
                    .skip(1)
                    .map(List::getFirst)
                    .toList();
            String there = Text.thereAre(names.size(), noun);
            return Optional.of(
                    names.isEmpty()
                            ? Answer.whole(there)
                            : Answer.of(Text.withoutEnd(there, ".") + ": " + Text.list(names, MOST) + ".")
                                    .items(names, MOST));
        };
    }
}
