package dev.readback.say;

import java.util.Set;
import java.util.regex.Pattern;

/** The line in sudoers that would let us run one command as root. */
final class Sudoers {

    private static final Set<String> SBIN = Set.of(
            "useradd",
            "userdel",
            "usermod",
            "groupadd",
            "groupdel",
            "shutdown",
            "reboot",
            "poweroff",
            "ip",
            "ufw",
            "iptables",
            "iptables-save",
            "dmidecode",
            "nginx",
            "apachectl",
            "sshd",
            "sysctl",
            "lsmod",
            "firewall-cmd",
            "blkid",
            "fdisk");

    /** These mean something in sudoers (sudoers(5), "Other special characters"). */
    private static final Pattern SPECIAL = Pattern.compile("([,:=\\\\])");

    private Sudoers() {}

    static String line(String user, String command) {
        String program = command.strip().split("\\s+", 2)[0];
        String path =
                program.startsWith("/") ? program : (SBIN.contains(program) ? "/usr/sbin/" : "/usr/bin/") + program;
        String arguments = command.strip().substring(program.length());
        return user + " ALL=(root) NOPASSWD: " + path
                + SPECIAL.matcher(arguments).replaceAll("\\\\$1");
    }
}
