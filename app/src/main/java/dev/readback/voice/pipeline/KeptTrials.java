package dev.readback.voice.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * How fast things were found to be on this machine, kept from one start to the next: trying takes seconds, and the machine is the same. Another processor, or
 * another number of cores, and all is tried again. What cannot be read or kept is tried each time.
 */
final class KeptTrials {

    private static final String MACHINE = "machine";

    private final Path file;
    private final String machine;

    private KeptTrials(Path file, String machine) {
        this.file = file;
        this.machine = machine;
    }

    static KeptTrials in(Path folder, int cores) {
        return new KeptTrials(folder.resolve("trials.properties"), processor() + ", " + cores + " cores");
    }

    /** Milliseconds it took when it was tried here. */
    synchronized OptionalLong of(String what) {
        String kept = read().getProperty(what, "");
        return kept.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(kept)) : OptionalLong.empty();
    }

    synchronized void keep(String what, long ms) {
        Properties all = read();
        all.setProperty(MACHINE, machine);
        all.setProperty(what, Long.toString(ms));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "trials", ".part");
            try (Writer out = Files.newBufferedWriter(next)) {
                all.store(
                        out,
                        "How many milliseconds things took when they were tried on this machine. Delete to try again.");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // It is tried again at the next start.
        }
    }

    private Properties read() {
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            all.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return new Properties();
        }
        return machine.equals(all.getProperty(MACHINE)) ? all : new Properties();
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
