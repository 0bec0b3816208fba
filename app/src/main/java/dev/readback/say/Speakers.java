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
        ALL.put("lines", OutputSpeech.lines().onSuccess());
        ALL.put("file", OutputSpeech.lines().onSuccess());
        ALL.put("disk-usage", DiskSpeech.usage().onSuccess());
        ALL.put("biggest", DiskSpeech.biggest());
        ALL.put("big-files", DiskSpeech.bigFiles());
        ALL.put("inodes", DiskSpeech.inodes().onSuccess());
        ALL.put("memory", SystemSpeech.memory().onSuccess());
        ALL.put("uptime", SystemSpeech.uptime().onSuccess());
        ALL.put("clock", SystemSpeech.clock().onSuccess());
        ALL.put("cpu-use", SystemSpeech.cpuUse().onSuccess());
        ALL.put("sensors", SystemSpeech.sensors().onSuccess());
        ALL.put("top-cpu", ProcessSpeech.topCpu().onSuccess());
        ALL.put("top-memory", ProcessSpeech.topMemory().onSuccess());
        ALL.put("pgrep", ProcessSpeech.pgrep());
        ALL.put("zombies", ProcessSpeech.zombies().onSuccess());
        ALL.put("service-status", ServiceSpeech.status());
        ALL.put("is-enabled", ServiceSpeech.enabled());
        ALL.put("failed-units", ServiceSpeech.failed().onSuccess());
        ALL.put("units", ServiceSpeech.units().onSuccess());
        ALL.put("configtest", ServiceSpeech.configTest());
        ALL.put("timers", ServiceSpeech.timers().onSuccess());
        ALL.put("log-lines", LogSpeech.lines().onSuccess());
        ALL.put("crontab", LogSpeech.crontab().onSuccess());
        ALL.put("docker-ps", DockerSpeech.containers().onSuccess());
        ALL.put("docker-stats", DockerSpeech.stats().onSuccess());
        ALL.put("docker-df", DockerSpeech.space().onSuccess());
        ALL.put("ports", NetworkSpeech.ports().onSuccess());
        ALL.put("port", NetworkSpeech.port().onSuccess());
        ALL.put("ping", NetworkSpeech.ping());
        ALL.put("addresses", NetworkSpeech.addresses().onSuccess());
        ALL.put("dig", NetworkSpeech.lookup().onSuccess());
        ALL.put("nameservers", NetworkSpeech.nameServers().onSuccess());
        ALL.put("ufw", NetworkSpeech.firewall().onSuccess());
        ALL.put("package", PackageSpeech.installed());
        ALL.put("updates", PackageSpeech.updates().onSuccess());
        ALL.put("installed", PackageSpeech.install().onSuccess());
        ALL.put("who", UserSpeech.who().onSuccess());
        ALL.put("last-logins", UserSpeech.lastLogins().onSuccess());
        ALL.put("ls", DiskSpeech.listing().onSuccess());
    }

    private Speakers() {}

    static Optional<Speaker> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Set<String> names() {
        return new TreeSet<>(ALL.keySet());
    }
}
