package dev.readback.agent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where a Linux machine keeps the names of what it has. */
final class InventoryFiles {

    private static final List<String> UNIT_FOLDERS = List.of(
            "etc/systemd/system",
            "run/systemd/system",
            "run/systemd/generator",
            "usr/lib/systemd/system",
            "lib/systemd/system");
    private static final String SERVICE = ".service";
    private static final Path MASK = Path.of("/dev/null");

    /** What lies in /etc/init.d without being a service. */
    private static final Set<String> NO_SERVICES =
            Set.of("README", "skeleton", "functions", "rc", "rcS", "rc.local", "single");

    private final Path root;
    private final JsonMapper json = new JsonMapper();

    InventoryFiles(Path root) {
        this.root = root;
    }

    Set<String> services() {
        List<Path> units = UNIT_FOLDERS.stream()
                .map(root::resolve)
                .flatMap(folder -> Stream.concat(list(folder), wanted(folder)))
                .filter(file -> name(file).endsWith(SERVICE))
                .toList();
        Set<String> masked = Set.copyOf(units.stream()
                .filter(InventoryFiles::isMask)
                .map(InventoryFiles::name)
                .toList());
        Stream<String> named = units.stream()
                .map(InventoryFiles::name)
                .filter(name -> !masked.contains(name))
                .map(name -> name.substring(0, name.length() - SERVICE.length()))
                .filter(name -> !name.isEmpty() && !name.endsWith("@"));
        return sorted(Stream.concat(named, initScripts(masked)));
    }

    /** By name alone; whether each may really be run is seen when it is to be. */
    Set<String> programs() {
        return sorted(Stream.of(Programs.PATH.split(":"))
                .map(folder -> root.resolve(folder.substring(1)))
                .flatMap(InventoryFiles::list)
                .map(InventoryFiles::name));
    }

    Set<String> users() {
        try (Stream<String> lines = Files.lines(root.resolve("etc/passwd"), StandardCharsets.ISO_8859_1)) {
            return sorted(lines.filter(line -> line.matches("[^:#+-][^:]*:.*")).map(line -> line.split(":")[0]));
        } catch (IOException | UncheckedIOException unreadable) {
            return Set.of();
        }
    }

    Set<String> containers() {
        return sorted(list(root.resolve("var/lib/docker/containers")).flatMap(folder -> container(folder).stream()));
    }

    private Optional<String> container(Path folder) {
        try {
            String name = json.readTree(Files.readAllBytes(folder.resolve("config.v2.json")))
                    .path("Name")
                    .asString("");
            return Optional.of(name.replaceFirst("^/", "")).filter(text -> !text.isEmpty());
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private Stream<String> initScripts(Set<String> masked) {
        return list(root.resolve("etc/init.d"))
                .filter(Programs::runnable)
                .map(InventoryFiles::name)
                .filter(name -> !NO_SERVICES.contains(name) && !masked.contains(name + SERVICE));
    }

    /** Instances of templates have no file of their own but are wanted by some target. */
    private static Stream<Path> wanted(Path folder) {
        return list(folder)
                .filter(file -> name(file).endsWith(".wants"))
                .flatMap(InventoryFiles::list)
                .filter(file -> name(file).contains("@"));
    }

    private static boolean isMask(Path unit) {
        try {
            return Files.isSymbolicLink(unit) && Files.readSymbolicLink(unit).equals(MASK);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Set<String> sorted(Stream<String> names) {
        return Collections.unmodifiableSortedSet(names.collect(Collectors.toCollection(TreeSet::new)));
    }
}
