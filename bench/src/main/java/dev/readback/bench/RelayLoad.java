package dev.readback.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Many people in full duplex at once, each with a server that answers as PersonaPlex does: what Readback adds to a packet on its way, whether any is lost or comes
 * out of turn, and what becomes of its memory. The devices and the servers run here, on the same machine. Arguments: the launcher, a folder for the home, how many,
 * seconds, {@code ears} or {@code deaf}.
 */
public final class RelayLoad {

    private static final int WARM_UP_SECONDS = 15;
    private static final int LONGEST_START_SECONDS = 120;

    private final Ledger up = new Ledger(new Marked(1));
    private final Ledger down = new Ledger(new Marked(4));
    private final List<EchoModel> models = new ArrayList<>();
    private final List<RelayDevice> devices = new ArrayList<>();
    private int people;

    private RelayLoad(int people) throws IOException {
        this.people = people;
        for (int i = 0; i < people; i++) {
            models.add(new EchoModel(i, up, down));
        }
    }

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[1]);
        RelayLoad load = new RelayLoad(Integer.parseInt(args[2]));
        Process readback = load.start(args[0], home, args[4].equals("deaf"));
        try {
            load.run(home, readback, Integer.parseInt(args[3]));
        } finally {
            readback.descendants().forEach(ProcessHandle::destroy);
            readback.destroy();
            readback.waitFor();
        }
        System.exit(0);
    }

    private Process start(String launcher, Path home, boolean deaf) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher, "serve", "--home", home.toString(), "--port", "0");
        String servers =
                models.stream().map(model -> "ws://127.0.0.1:" + model.port()).collect(Collectors.joining(","));
        builder.environment().put("PERSONAPLEX_URL", servers);
        if (deaf) { // Without weights, and with an npm that fetches none, nothing hears.
            builder.environment().put("READBACK_MODELS", home.resolve("none").toString());
            builder.environment().put("npm_config_offline", "true");
            builder.environment().put("npm_config_cache", home.resolve("npm").toString());
        }
        Process readback = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("serve.log").toFile())
                .start();
        while (!Files.exists(home.resolve("address"))) {
            if (!readback.isAlive()) {
                throw new IllegalStateException("Readback did not start; see " + home.resolve("serve.log"));
            }
            Thread.sleep(50);
        }
        return readback;
    }

    private void run(Path home, Process readback, int seconds) throws Exception {
        URI address = URI.create(Files.readString(home.resolve("address")).strip());
        String token = Files.readString(home.resolve("token")).strip();
        for (int i = 0; i < people; i++) {
            join(i, address, token);
            int seats = devices.getFirst().seats();
            if (i == 0 && seats > 0 && seats < people) {
                System.out.println("This machine hears " + seats + " at once, so there are no more.");
                people = seats;
            }
        }
        Thread.sleep(TimeUnit.SECONDS.toMillis(WARM_UP_SECONDS));
        long before = heap(readback.pid());
        up.count();
        down.count();
        long cpu = cpu(readback);
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        cpu = cpu(readback) - cpu;
        up.stop();
        down.stop();
        Thread.sleep(1_000);
        print("microphone to server", up);
        print("server to device", down);
        System.out.printf(
                "Readback: %.0f %% of one core; memory in use after collection %.1f MiB before, %.1f MiB after; %.2f hours of conversation%n",
                cpu / 1e7 / seconds, before / 1024.0, heap(readback.pid()) / 1024.0, people * seconds / 3_600.0);
        System.out.printf(
                "our own devices were late by %.1f ms at the worst%n",
                devices.stream().mapToDouble(RelayDevice::latestMs).max().orElse(0));
        for (RelayDevice device : devices) {
            device.close();
        }
    }

    private void join(int number, URI address, String token) throws Exception {
        RelayDevice device = new RelayDevice(number, address, token, up, down);
        long offset = 20_000_000L * number / people;
        Thread.ofVirtual().start(() -> device.talk(offset));
        devices.add(device);
        if (!device.awaitTalking(LONGEST_START_SECONDS)) {
            throw new IllegalStateException("a persona does not talk: " + device.said());
        }
    }

    private static void print(String way, Ledger ledger) {
        double[] took =
                ledger.tookMs().stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(took);
        System.out.printf(
                "%s: %d packets; median %.2f ms, 99 %% within %.2f ms, worst %.1f ms; %d lost, %d out of turn, %d of silence in between%n",
                way,
                took.length,
                at(took, 0.5),
                at(took, 0.99),
                at(took, 1),
                ledger.lost(),
                ledger.reordered(),
                ledger.strange());
    }

    private static double at(double[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(quantile * (sorted.length - 1))];
    }

    private static long cpu(Process readback) {
        return readback.info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** KiB in use after a collection. */
    private static long heap(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        String told = jcmd(pid, "GC.heap_info");
        long used = 0;
        for (String line : told.split("\n")) {
            if (line.contains(" total ") && line.contains("used ")) {
                used += Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1"));
            }
        }
        return used;
    }

    private static String jcmd(long pid, String what) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), what)
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
