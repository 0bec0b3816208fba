package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One container as {@code docker ps} shows it.
 *
 * @param status such as {@code Up 3 days} or {@code Exited (0) 5 minutes ago}
 * @param ports such as {@code 0.0.0.0:8080->80/tcp}
 * @param mounts volumes by name and folders of the machine by path
 */
record EffectsContainer(
        String id, String name, String image, String status, String ports, String service, List<String> mounts) {

    private static final Pattern PUBLISHED = Pattern.compile(":(\\d{1,5}(?:-\\d{1,5})?)->");
    private static final Pattern UP = Pattern.compile("Up (?:About )?(?:an?|\\d+)? ?[^(]{0,40}");

    static String allLine(String program) {
        return EffectsWord.quoted(program)
                + " ps -a --no-trunc --format '{{.ID}}|{{.Names}}|{{.Image}}|{{.Status}}|{{.Ports}}"
                + "|{{.Label \"com.docker.compose.service\"}}|{{.Mounts}}'";
    }

    static List<EffectsContainer> read(String output) {
        List<EffectsContainer> all = new ArrayList<>();
        for (String line : Text.lines(output)) {
            String[] row = line.split("\\|", -1);
            if (row.length == 7 && EffectsNames.plain(row[1]).isPresent()) {
                all.add(new EffectsContainer(
                        row[0], row[1], row[2], row[3], row[4], row[5], List.of(row[6].split(","))));
            }
        }
        return all;
    }

    boolean running() {
        return status.startsWith("Up") && !status.contains("Paused");
    }

    boolean is(String word) {
        return name.equals(word) || (word.matches("[0-9a-f]{4,64}") && id.startsWith(word));
    }

    boolean isOf(String wanted) {
        return image.equals(wanted) || image.equals(wanted + ":latest") || (image + ":latest").equals(wanted);
    }

    /** The ports of the machine that lead to it. */
    Stream<String> published() {
        Matcher matcher = PUBLISHED.matcher(ports);
        return matcher.results().map(found -> found.group(1)).distinct();
    }

    /** Volumes that have a name of their own. */
    Stream<String> volumes() {
        return mounts.stream()
                .filter(mount -> mount.matches("[A-Za-z0-9][\\w.-]{0,80}") && !mount.matches("[0-9a-f]{64}"));
    }

    /** "running for 3 days" of {@code Up 3 days (healthy)}. */
    Optional<String> since() {
        Matcher up = UP.matcher(status);
        return up.lookingAt()
                ? Optional.of("running for " + up.group().substring(3).strip().replaceFirst("^About ", "about "))
                : Optional.empty();
    }

    static List<String> names(List<EffectsContainer> containers) {
        return containers.stream().map(EffectsContainer::name).toList();
    }

    /** "published on ports 80 and 443". */
    static Optional<String> published(List<EffectsContainer> containers) {
        List<String> ports = containers.stream()
                .flatMap(EffectsContainer::published)
                .distinct()
                .toList();
        return ports.isEmpty()
                ? Optional.empty()
                : Optional.of((ports.size() == 1 ? "published on port " : "published on ports ") + Text.list(ports, 4));
    }

    static List<String> volumes(List<EffectsContainer> containers) {
        return containers.stream().flatMap(EffectsContainer::volumes).distinct().toList();
    }

    /** Rows of output, for what is listed by a name alone. */
    static List<String> ids(String output) {
        return Arrays.stream(output.split("\\s+"))
                .filter(id -> id.matches("[0-9a-f]{12,64}"))
                .toList();
    }
}
