package dev.readback.intent;

import java.util.List;
import java.util.Set;

/**
 * Reads a path that is surely a directory: "it" after one was spoken of, one every machine has, one written with a slash at its end, one
 * that is a directory on the machine. */
final class KnownDirectory implements SlotReader {

    private static final Set<String> ORDINARY = Set.of(
            "/",
            ".",
            "..",
            "~",
            "/etc",
            "/var",
            "/var/log",
            "/var/lib",
            "/var/www",
            "/var/cache",
            "/var/spool",
            "/var/tmp",
            "/var/backups",
            "/home",
            "/root",
            "/usr",
            "/usr/bin",
            "/usr/sbin",
            "/usr/local",
            "/usr/local/bin",
            "/usr/lib",
            "/usr/share",
            "/opt",
            "/srv",
            "/tmp",
            "/boot",
            "/mnt",
            "/media",
            "/lib",
            "/bin",
            "/sbin",
            "/run",
            "/dev",
            "/proc",
            "/sys",
            "/etc/nginx",
            "/etc/nginx/sites-enabled",
            "/etc/nginx/sites-available",
            "/etc/nginx/conf.d",
            "/etc/apache2",
            "/etc/apache2/sites-enabled",
            "/etc/systemd",
            "/etc/systemd/system",
            "/etc/cron.d",
            "/etc/cron.daily",
            "/etc/cron.weekly",
            "/etc/cron.hourly",
            "/etc/ssh",
            "/etc/ssl",
            "/etc/apt",
            "/etc/letsencrypt",
            "/etc/letsencrypt/live",
            "/var/log/nginx",
            "/var/log/apache2",
            "/var/log/journal",
            "/var/lib/docker",
            "/var/www/html");

    private static final int SURER_THAN_A_FILE = 10;

    private final String slot;
    private final SlotReader paths;

    KnownDirectory(String slot, SlotReader paths) {
        this.slot = slot;
        this.paths = paths;
    }

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        return paths.read(tokens, from, situation).stream()
                .filter(reading -> isDirectory(reading, situation))
                .map(reading -> new SlotReading(
                        reading.value(),
                        reading.length(),
                        Math.min(SURER_THAN_A_FILE, reading.quality() + 1),
                        reading.doubtful()))
                .toList();
    }

    private boolean isDirectory(SlotReading reading, Situation situation) {
        String path = reading.value();
        return ORDINARY.contains(path)
                || (path.length() > 1 && path.endsWith("/"))
                || (!path.isEmpty() && situation.isDirectory(slot, path))
                || (path.startsWith("/") && situation.names().isDirectory(path));
    }
}
