package dev.readback.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs by name, and the packages that bring them on Debian and Ubuntu. */
final class Programs {

    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("docker", "docker.io"),
            Map.entry("ss", "iproute2"),
            Map.entry("ip", "iproute2"),
            Map.entry("iostat", "sysstat"),
            Map.entry("mpstat", "sysstat"),
            Map.entry("sar", "sysstat"),
            Map.entry("pidstat", "sysstat"),
            Map.entry("dig", "bind9-dnsutils"),
            Map.entry("nslookup", "bind9-dnsutils"),
            Map.entry("host", "bind9-host"),
            Map.entry("netstat", "net-tools"),
            Map.entry("ifconfig", "net-tools"),
            Map.entry("route", "net-tools"),
            Map.entry("arp", "net-tools"),
            Map.entry("traceroute", "traceroute"),
            Map.entry("tracepath", "iputils-tracepath"),
            Map.entry("mtr", "mtr-tiny"),
            Map.entry("ping", "iputils-ping"),
            Map.entry("sensors", "lm-sensors"),
            Map.entry("ufw", "ufw"),
            Map.entry("iptables", "iptables"),
            Map.entry("iptables-save", "iptables"),
            Map.entry("nft", "nftables"),
            Map.entry("firewall-cmd", "firewalld"),
            Map.entry("pstree", "psmisc"),
            Map.entry("fuser", "psmisc"),
            Map.entry("killall", "psmisc"),
            Map.entry("ps", "procps"),
            Map.entry("free", "procps"),
            Map.entry("top", "procps"),
            Map.entry("uptime", "procps"),
            Map.entry("w", "procps"),
            Map.entry("pgrep", "procps"),
            Map.entry("pkill", "procps"),
            Map.entry("crontab", "cron"),
            Map.entry("lsof", "lsof"),
            Map.entry("nmcli", "network-manager"),
            Map.entry("mysql", "default-mysql-client"),
            Map.entry("mysqldump", "default-mysql-client"),
            Map.entry("mariadb", "mariadb-client"),
            Map.entry("psql", "postgresql-client"),
            Map.entry("pg_dump", "postgresql-client"),
            Map.entry("redis-cli", "redis-tools"),
            Map.entry("sqlite3", "sqlite3"),
            Map.entry("nginx", "nginx"),
            Map.entry("apachectl", "apache2"),
            Map.entry("apache2ctl", "apache2"),
            Map.entry("sshd", "openssh-server"),
            Map.entry("ssh", "openssh-client"),
            Map.entry("certbot", "certbot"),
            Map.entry("git", "git"),
            Map.entry("curl", "curl"),
            Map.entry("wget", "wget"),
            Map.entry("rsync", "rsync"),
            Map.entry("dmidecode", "dmidecode"),
            Map.entry("lsusb", "usbutils"),
            Map.entry("lspci", "pciutils"),
            Map.entry("lsmod", "kmod"),
            Map.entry("smartctl", "smartmontools"),
            Map.entry("coredumpctl", "systemd-coredump"),
            Map.entry("resolvectl", "systemd-resolved"),
            Map.entry("do-release-upgrade", "ubuntu-release-upgrader-core"),
            Map.entry("fail2ban-client", "fail2ban"),
            Map.entry("tree", "tree"),
            Map.entry("zip", "zip"),
            Map.entry("unzip", "unzip"),
            Map.entry("jq", "jq"),
            Map.entry("htop", "htop"));

    private Programs() {}

    /** The program of a command line, without its folder and without sudo. */
    static String of(String line) {
        List<String> words = Text.words(line, 4);
        int first = !words.isEmpty() && words.getFirst().equals("sudo")
                ? (words.size() > 2 && words.get(1).equals("-n") ? 2 : 1)
                : 0;
        String program = first < words.size() ? words.get(first) : "";
        return program.substring(program.lastIndexOf('/') + 1);
    }

    static Optional<String> packageOf(String program) {
        return Optional.ofNullable(PACKAGES.get(program));
    }
}
