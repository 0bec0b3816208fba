package dev.readback.say;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The speakers by the name they have in the phrasebook. */
final class Speakers {

    private static final Map<String, Speaker> ALL = new TreeMap<>();

    static {
        files();
        system();
        services();
        network();
        people();
    }

    private Speakers() {}

    private static void files() {
        ALL.put("lines", OutputSpeech.lines().onSuccess());
        ALL.put("file", OutputSpeech.lines().onSuccess());
        ALL.put("disk-usage", DiskSpeech.usage().onSuccess());
        ALL.put("inodes", DiskSpeech.inodes().onSuccess());
        ALL.put("biggest", FileSpeech.biggest());
        ALL.put("big-files", FileSpeech.bigFiles());
        ALL.put("ls", FileSpeech.listing().onSuccess());
        ALL.put("disks", HardwareSpeech.disks().onSuccess());
        ALL.put("disk-activity", HardwareSpeech.diskActivity().onSuccess());
        ALL.put("log-lines", LogSpeech.lines().onSuccess());
        ALL.put("crontab", LogSpeech.crontab().onSuccess());
        ALL.put("git", ClusterSpeech.git().onSuccess());
    }

    private static void system() {
        ALL.put("memory", MemorySpeech.speaker().onSuccess());
        ALL.put("health", HealthSpeech.speaker());
        ALL.put("uptime", SystemSpeech.uptime().onSuccess());
        ALL.put("date", SystemSpeech.date().onSuccess());
        ALL.put("clock", SystemSpeech.clock().onSuccess());
        ALL.put("cpu-use", SystemSpeech.cpuUse().onSuccess());
        ALL.put("sensors", SystemSpeech.sensors().onSuccess());
        ALL.put("gpu", HardwareSpeech.gpu().onSuccess());
        ALL.put("usb", HardwareSpeech.usb().onSuccess());
        ALL.put("pci", HardwareSpeech.pci().onSuccess());
        ALL.put("top-cpu", ProcessSpeech.topCpu().onSuccess());
        ALL.put("top-memory", ProcessSpeech.topMemory().onSuccess());
        ALL.put("processes", ProcessSpeech.list().onSuccess());
        ALL.put("pgrep", ProcessSpeech.pgrep());
        ALL.put("zombies", ProcessSpeech.zombies().onSuccess());
    }

    private static void services() {
        ALL.put("service-status", ServiceSpeech.status());
        ALL.put("is-enabled", ServiceSpeech.enabled());
        ALL.put("failed-units", ServiceSpeech.failed().onSuccess());
        ALL.put("units", ServiceSpeech.units().onSuccess());
        ALL.put("configtest", ServiceSpeech.configTest());
        ALL.put("timers", ServiceSpeech.timers().onSuccess());
        ALL.put("boot-times", HardwareSpeech.bootTimes().onSuccess());
        ALL.put("docker-ps", DockerSpeech.containers().onSuccess());
        ALL.put("docker-stats", DockerSpeech.stats().onSuccess());
        ALL.put("docker-df", DockerSpeech.space().onSuccess());
        ALL.put("docker-images", DockerSpeech.images().onSuccess());
        ALL.put("docker-networks", DockerSpeech.named("network").onSuccess());
        ALL.put("docker-volumes", DockerSpeech.named("volume").onSuccess());
        ALL.put("pods", ClusterSpeech.pods().onSuccess());
        ALL.put("nodes", ClusterSpeech.nodes().onSuccess());
    }

    private static void network() {
        ALL.put("ports", SocketSpeech.ports().onSuccess());
        ALL.put("port", SocketSpeech.port().onSuccess());
        ALL.put("connections", SocketSpeech.connections().onSuccess());
        ALL.put("ping", NetworkSpeech.ping());
        ALL.put("addresses", NetworkSpeech.addresses().onSuccess());
        ALL.put("traffic", NetworkSpeech.traffic().onSuccess());
        ALL.put("trace", NetworkSpeech.trace().onSuccess());
        ALL.put("devices", NetworkSpeech.devices().onSuccess());
        ALL.put("dig", NetworkSpeech.lookup().onSuccess());
        ALL.put("nameservers", NetworkSpeech.nameServers().onSuccess());
        ALL.put("ufw", NetworkSpeech.firewall().onSuccess());
    }

    private static void people() {
        ALL.put("package", PackageSpeech.installed());
        ALL.put("package-info", PackageSpeech.info().onSuccess());
        ALL.put("packages", PackageSpeech.list().onSuccess());
        ALL.put("package-search", PackageSpeech.search().onSuccess());
        ALL.put("updates", PackageSpeech.updates().onSuccess());
        ALL.put("upgraded", PackageSpeech.upgrade().onSuccess());
        ALL.put("installed", PackageSpeech.install().onSuccess());
        ALL.put("who", UserSpeech.who().onSuccess());
        ALL.put("user-names", UserSpeech.names().onSuccess());
        ALL.put("groups", UserSpeech.groups().onSuccess());
        ALL.put("group-names", UserSpeech.groupNames().onSuccess());
        ALL.put("accounts", UserSpeech.accounts().onSuccess());
        ALL.put("account", UserSpeech.account().onSuccess());
        ALL.put("last-logins", UserSpeech.lastLogins().onSuccess());
        ALL.put("failed-logins", UserSpeech.failedLogins().onSuccess());
    }

    static Optional<Speaker> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Set<String> names() {
        return new TreeSet<>(ALL.keySet());
    }
}
