package dev.readback.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads df, du, find and ls. */
final class DiskSpeech {

    private static final Pattern DF_ROW = Pattern.compile("^(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\d+)%\\s+(/.*)$");
    private static final Set<String> PSEUDO = Set.of("tmpfs", "devtmpfs", "udev", "overlay", "none", "shm", "efivarfs");
    private static final int NEARLY_FULL = 80;

    private DiskSpeech() {}

    private record Disk(String source, String available, int percent, String mount) {}

    static Speaker usage() {
        return result -> {
            List<Disk> disks = disks(result.output());
            if (disks.isEmpty()) {
                return Optional.empty();
            }
            List<Disk> named = disks.size() == 1 ? disks : worthNaming(disks);
            StringBuilder said = new StringBuilder();
            for (Disk disk : named) {
                said.append(said.isEmpty() ? first(disk) : " The one at " + disk.mount())
                        .append(" is " + disk.percent() + " percent full, with " + Units.size(disk.available())
                                + " free.");
            }
            return Optional.of(said.toString());
        };
    }

    private static String first(Disk disk) {
        return disk.mount().equals("/") ? "The root disk" : "The disk at " + disk.mount();
    }

    private static List<Disk> worthNaming(List<Disk> disks) {
        List<Disk> real = disks.stream()
                .filter(disk -> !PSEUDO.contains(disk.source()) || disk.mount().equals("/"))
                .toList();
        List<Disk> from = real.isEmpty() ? disks : real;
        List<Disk> named = new ArrayList<>();
        from.stream().filter(disk -> disk.mount().equals("/")).findFirst().ifPresent(named::add);
        from.stream()
                .filter(disk -> !named.contains(disk) && disk.percent() >= NEARLY_FULL)
                .sorted(Comparator.comparingInt((Disk disk) -> -disk.percent()))
                .limit(2)
                .forEach(named::add);
        return named.isEmpty() ? List.of(from.getFirst()) : named;
    }

    private static List<Disk> disks(String output) {
        List<Disk> disks = new ArrayList<>();
        for (String line : Text.lines(output)) {
            Matcher row = DF_ROW.matcher(line);
            if (row.matches()) {
                disks.add(new Disk(row.group(1), row.group(4), Integer.parseInt(row.group(5)), row.group(6)));
            }
        }
        return disks;
    }

    static Speaker inodes() {
        return result -> disks(result.output()).stream()
                .filter(disk -> disk.mount().equals("/"))
                .findFirst()
                .map(disk -> disk.percent() + " percent of the inodes of the root disk are used.");
    }

    static Speaker biggest() {
        return result -> {
            List<List<String>> rows = sized(result.output());
            String path = result.slots().getOrDefault("path", "/");
            List<String> biggest = rows.stream()
                    .filter(row -> !row.get(1).equals(path))
                    .sorted(Comparator.comparingDouble((List<String> row) -> -Units.bytes(row.get(0))))
                    .limit(3)
                    .map(row -> row.get(1) + " with " + Units.size(row.get(0)))
                    .toList();
            return biggest.isEmpty() ? Optional.empty() : Optional.of("The biggest are " + commas(biggest) + ".");
        };
    }

    private static String commas(List<String> items) {
        return items.size() < 3
                ? String.join(" and ", items)
                : items.get(0) + ", " + items.get(1) + ", and " + items.get(2);
    }

    private static List<List<String>> sized(String output) {
        return Text.lines(output).stream()
                .map(line -> List.of(line.split("\\s+", 2)))
                .filter(row -> row.size() == 2 && row.get(0).matches("[0-9.,]+[BKMGTP]?"))
                .toList();
    }

    static Speaker bigFiles() {
        return result -> {
            List<List<String>> rows = sized(result.output());
            if (rows.isEmpty()) {
                return result.exitCode() == 0 ? Optional.of("There are none that big.") : Optional.empty();
            }
            List<String> biggest = rows.stream()
                    .max(Comparator.comparingDouble(row -> Double.parseDouble(row.get(0))))
                    .orElseThrow();
            String which = biggest.get(1) + " with " + Units.bytes(Double.parseDouble(biggest.get(0)));
            return Optional.of(
                    rows.size() == 1
                            ? "There is one: " + which + "."
                            : "There are " + rows.size() + ": the biggest is " + which + ".");
        };
    }

    static Speaker listing() {
        return result -> {
            List<String> names = Text.lines(result.output()).stream()
                    .map(line -> line.split("\\s+", 9))
                    .filter(row -> row.length == 9 && !row[8].equals(".") && !row[8].equals(".."))
                    .map(row -> row[8])
                    .toList();
            return Optional.of(
                    names.isEmpty()
                            ? "It is empty."
                            : "There " + (names.size() == 1 ? "is 1: " : "are " + names.size() + ": ")
                                    + Text.list(names, 5) + ".");
        };
    }
}
