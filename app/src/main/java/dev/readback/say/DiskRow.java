package dev.readback.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One file system as df tells it, in any of its forms: with or without the type, with {@code -P}, with {@code --output}, wrapped.
 *
 * @param percent how much of it is used, 0 to 100
 * @param available what is free, in bytes (in inodes for {@code df -i})
 */
record DiskRow(String source, String mount, int percent, double available) {

    private static final Set<String> PSEUDO = Set.of(
            "tmpfs",
            "devtmpfs",
            "udev",
            "overlay",
            "none",
            "shm",
            "efivarfs",
            "squashfs",
            "ramfs",
            "cgroup",
            "cgroup2",
            "devfs",
            "dev",
            "run",
            "proc",
            "sysfs",
            "fuse.snapfuse",
            "snapfuse",
            "overlayfs",
            "nsfs",
            "portal");
    private static final List<String> NOT_OURS =
            List.of("/snap/", "/var/snap/", "/run/", "/dev/", "/sys/", "/proc/", "/var/lib/docker/");

    private static final int COLUMNS = 5;
    private static final double LEAST = 1 << 20;

    static List<DiskRow> read(String output) {
        double unit = output.contains("1K-blocks") || output.contains("1024-blocks") ? 1024 : 1;
        List<DiskRow> rows = new ArrayList<>();
        List<String> wrapped = List.of();
        for (List<String> words : Text.rows(output)) {
            List<String> row = new ArrayList<>(wrapped);
            row.addAll(words);
            int share = share(row);
            wrapped = row.size() == 1 ? row : List.of();
            if (share >= COLUMNS - 1) {
                rows.add(of(row, share, unit));
            }
        }
        return rows;
    }

    /** Where the "23%" before the mount point stands; -1 when it does not. */
    private static int share(List<String> row) {
        for (int i = 1; i < row.size() - 1; i++) {
            String word = row.get(i);
            if (word.endsWith("%")
                    && Text.isNumber(word.substring(0, word.length() - 1))
                    && row.get(i + 1).startsWith("/")) {
                return i;
            }
        }
        return -1;
    }

    private static DiskRow of(List<String> row, int share, double unit) {
        boolean typed = share > COLUMNS - 1 && PSEUDO.contains(row.get(1));
        double available = Units.bytes(row.get(share - 1)) * (Text.isNumber(row.get(share - 1)) ? unit : 1);
        return new DiskRow(
                typed ? row.get(1) : row.getFirst(),
                String.join(" ", row.subList(share + 1, row.size())),
                (int) Text.number(row.get(share)),
                available);
    }

    boolean isRoot() {
        return mount.equals("/");
    }

    /** A file system of a few kilobytes holds settings of the machine, nothing of anybody's. */
    boolean isReal() {
        return isRoot()
                || (!PSEUDO.contains(source)
                        && (available >= LEAST || percent > 0)
                        && !source.startsWith("/dev/loop")
                        && NOT_OURS.stream().noneMatch(mount::startsWith));
    }

    String name() {
        return isRoot() ? "the root disk" : "the disk at " + mount;
    }

    /** The real ones, each device once, the fullest first but the root before others that are not full. */
    static List<DiskRow> worthNaming(List<DiskRow> all) {
        Map<String, DiskRow> once = new HashMap<>();
        for (DiskRow row : all) {
            if (row.isReal()) {
                String key = row.source().startsWith("/dev/") ? row.source() : row.mount();
                once.merge(key, row, (a, b) -> a.mount().length() <= b.mount().length() ? a : b);
            }
        }
        List<DiskRow> rows = once.isEmpty() ? all : List.copyOf(once.values());
        return rows.stream()
                .sorted(Comparator.comparing((DiskRow row) -> Level.ofUsed(row.percent() / 100.0))
                        .reversed()
                        .thenComparing(row -> !row.isRoot())
                        .thenComparing(Comparator.comparingInt(DiskRow::percent).reversed())
                        .thenComparing(DiskRow::mount))
                .toList();
    }
}
