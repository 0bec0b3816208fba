package dev.readback.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lsblk, iostat, lsusb, lspci, nvidia-smi and systemd-analyze. */
final class HardwareSpeech {

    private static final Set<String> PARTS =
            Set.of("part", "lvm", "crypt", "raid0", "raid1", "raid5", "raid6", "raid10");
    private static final Pattern BLOCK = Pattern.compile(
            "^[^\\w]{0,20}(\\S{1,60})\\s{1,40}(\\d\\S{0,10})\\s{1,40}(disk|part|lvm|crypt|raid\\d{1,2}|rom|loop)\\b");
    private static final Pattern USB = Pattern.compile("^Bus \\d{3} Device \\d{3}: ID \\w{4}:\\w{4} ?(.{0,120})$");
    private static final Pattern GPU =
            Pattern.compile("(\\d{1,3})C\\b[^\\n]{0,60}?(\\d{1,7})MiB ?/ {0,6}(\\d{1,7})MiB[^\\n%]{0,20}?(\\d{1,3})%");
    private static final Pattern BOOT =
            Pattern.compile("^((?:\\d{1,3}min )?\\d{1,4}(?:\\.\\d{1,3})?m?s) (\\S{1,120})$");
    private static final int MOST = 4;

    private HardwareSpeech() {}

    static Speaker disks() {
        return result -> {
            List<String> disks = new ArrayList<>();
            long partitions = 0;
            for (String line : Text.lines(result.output())) {
                Matcher block = BLOCK.matcher(line);
                if (block.find() && block.group(3).equals("disk") && Units.bytes(block.group(2)) > 0) {
                    disks.add(block.group(1) + " with " + Units.size(block.group(2)));
                } else if (block.find(0) && PARTS.contains(block.group(3))) {
                    partitions++;
                }
            }
            return disks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of("There " + (disks.size() == 1 ? "is " : "are ")
                            + Text.counted(disks.size(), "disk") + ": " + Text.list(disks, MOST)
                            + (partitions == 0
                                    ? ""
                                    : (disks.size() == 1 ? "; it holds " : "; they hold ")
                                            + Text.counted(partitions, "partition"))
                            + "."));
        };
    }

    static Speaker diskActivity() {
        return result -> {
            List<List<String>> rows = Text.rows(result.output());
            List<List<String>> devices = rows.stream()
                    .dropWhile(row -> !row.getFirst().startsWith("Device"))
                    .skip(1)
                    .filter(row -> row.size() > 3)
                    .sorted(Comparator.comparingDouble((List<String> row) -> -Text.number(row.get(1))))
                    .toList();
            if (devices.isEmpty()) {
                return Optional.empty();
            }
            List<String> busiest = devices.getFirst();
            return Optional.of(Answer.of("The busiest disk is " + busiest.getFirst() + ", with "
                    + Math.round(Text.number(busiest.get(1))) + " transfers a second: it reads "
                    + Units.bytes(Text.number(busiest.get(2)) * 1024) + " and writes "
                    + Units.bytes(Text.number(busiest.get(3)) * 1024) + " a second."));
        };
    }

    static Speaker usb() {
        return result -> {
            List<String> devices = Text.lines(result.output()).stream()
                    .map(USB::matcher)
                    .filter(Matcher::matches)
                    .map(row -> row.group(1).strip())
                    .filter(name -> !name.isEmpty() && !name.contains("root hub"))
                    .toList();
            return Optional.of(
                    devices.isEmpty() ? Answer.of("Nothing is plugged in.") : listed(devices, "USB device", ": "));
        };
    }

    static Speaker pci() {
        return result -> {
            List<String> devices = Text.lines(result.output()).stream()
                    .filter(line -> line.length() > 8 && line.indexOf(' ') > 0)
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .toList();
            List<String> telling = devices.stream()
                    .filter(name -> name.startsWith("VGA")
                            || name.startsWith("3D")
                            || name.startsWith("Ethernet")
                            || name.startsWith("Network")
                            || name.startsWith("Non-Volatile"))
                    .map(name -> name.substring(name.indexOf(": ") + 1).strip())
                    .toList();
            List<String> named = telling.isEmpty() ? devices : telling;
            return devices.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of("There are " + Text.counted(devices.size(), "PCI device") + ", among them "
                                    + Text.list(named.subList(0, Math.min(2, named.size())), 2) + ".")
                            .items(devices, 0));
        };
    }

    private static Answer listed(List<String> names, String noun, String colon) {
        String there = Text.withoutEnd(Text.thereAre(names.size(), noun), ".");
        return Answer.of(there + colon + Text.list(names, MOST) + ".").items(names, MOST);
    }

    static Speaker gpu() {
        return result -> {
            Matcher gpu = GPU.matcher(result.output());
            List<Figure> figures = new ArrayList<>();
            String said = "";
            while (gpu.find() && figures.size() < 16) {
                double used = Text.number(gpu.group(2)) * (1 << 20);
                double total = Text.number(gpu.group(3)) * (1 << 20);
                String name = "GPU " + figures.size() / 2;
                figures.add(Figure.used(name, Text.number(gpu.group(4)) / 100, gpu.group(4) + " % busy"));
                figures.add(Figure.used(
                        name + " memory", used / Math.max(1, total), Units.sign(used) + " of " + Units.sign(total)));
                said = said.isEmpty()
                        ? "The GPU is " + gpu.group(4) + " percent busy and " + gpu.group(1) + " degrees warm, with "
                                + Units.bytes(used) + " of its " + Units.bytes(total) + " in use."
                        : said;
            }
            String many = figures.size() > 2 ? "There are " + figures.size() / 2 + " GPUs. " : "";
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of(many + (many.isEmpty() ? said : said.replace("The GPU", "The first one")))
                            .figures(figures));
        };
    }

    static Speaker bootTimes() {
        return result -> {
            List<String> slowest = Text.lines(result.output()).stream()
                    .map(BOOT::matcher)
                    .filter(Matcher::matches)
                    .map(row -> Text.withoutEnd(row.group(2), ".service") + " with " + took(row.group(1)))
                    .toList();
            return slowest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of("The slowest to start "
                                    + (slowest.size() == 1 ? "was " : "were ")
                                    + Text.list(slowest.subList(0, Math.min(3, slowest.size())), 3) + ".")
                            .items(slowest, 3));
        };
    }

    private static String took(String written) {
        int minutes = written.indexOf("min ");
        String seconds = written.substring(minutes < 0 ? 0 : minutes + 4);
        String rest = seconds.endsWith("ms")
                ? Math.round(Text.number(seconds)) + " milliseconds"
                : Text.counted(Math.round(Text.number(seconds)), "second");
        return minutes < 0 ? rest : Text.counted((long) Text.number(written), "minute") + " and " + rest;
    }
}
