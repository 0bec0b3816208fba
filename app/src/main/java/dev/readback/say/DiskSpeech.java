package dev.readback.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads df. */
final class DiskSpeech {

    private static final int MOST_DISKS = 3;

    private DiskSpeech() {}

    static Speaker usage() {
        return result -> {
            List<DiskRow> disks = named(result);
            return disks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of(sentence(disks))
                            .items(disks.stream().map(disk -> told(disk)).toList(), tight(disks))
                            .figures(disks.stream().map(DiskSpeech::figure).toList()));
        };
    }

    /** Asked for by path, or alone, even a file system in memory is meant. */
    private static List<DiskRow> named(CommandResult result) {
        List<DiskRow> all = DiskRow.read(result.output());
        return result.slots().containsKey("path") || all.size() == 1 ? all : DiskRow.worthNaming(all);
    }

    /** How many are named: the first, and more while they are getting full. */
    private static int tight(List<DiskRow> disks) {
        int named = (int) disks.stream().filter(disk -> level(disk) != Level.OK).count();
        boolean rootToo = named > 0 && named < disks.size() && disks.get(named).isRoot();
        return Math.clamp(rootToo ? named + 1 : named, 1, MOST_DISKS);
    }

    private static Level level(DiskRow disk) {
        return Level.ofUsed(disk.percent() / 100.0);
    }

    private static String sentence(List<DiskRow> disks) {
        List<String> said = new ArrayList<>();
        for (DiskRow disk : disks.subList(0, Math.min(disks.size(), tight(disks)))) {
            said.add(told(disk));
        }
        if (level(disks.getFirst()) == Level.CRITICAL) {
            said.add(next(disks.getFirst()));
        }
        return String.join(" ", said);
    }

    private static String told(DiskRow disk) {
        String name = Text.upperFirst(disk.name());
        String free = Units.bytes(disk.available());
        return switch (level(disk)) {
            case OK -> name + " is " + disk.percent() + " percent full, with " + free + " free.";
            case WARN -> name + " is getting full: " + disk.percent() + " percent used, " + free + " free.";
            case CRITICAL ->
                disk.available() == 0
                        ? name + " is full."
                        : name + " is nearly full: " + disk.percent() + " percent used, " + free + " free.";
        };
    }

    private static String next(DiskRow disk) {
        return "Say \"show the biggest directories" + (disk.isRoot() ? "" : " in " + disk.mount())
                + "\" to see what fills it.";
    }

    private static Figure figure(DiskRow disk) {
        return Figure.used(disk.mount(), disk.percent() / 100.0, Units.sign(disk.available()) + " free");
    }

    static Speaker inodes() {
        return result -> {
            List<DiskRow> disks = named(result);
            if (disks.isEmpty()) {
                return Optional.empty();
            }
            DiskRow first = disks.getFirst();
            String warning = level(first) == Level.OK ? "" : ", so it can soon hold no more files, however small";
            return Optional.of(Answer.of(inodes(first, warning))
                    .items(disks.stream().map(disk -> inodes(disk, "")).toList(), 1)
                    .figures(disks.stream()
                            .map(disk -> Figure.used(
                                    disk.mount(),
                                    disk.percent() / 100.0,
                                    Math.round(disk.available()) + " inodes free"))
                            .toList()));
        };
    }

    private static String inodes(DiskRow disk, String warning) {
        return disk.percent() + " percent of the inodes of " + disk.name() + " are used" + warning + ".";
    }
}
