package dev.readback.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The line in sudoers that would let us run one command, with exactly its arguments, as root. None for what would give away more than that:
 * shells, interpreters, editors, pagers, and lines that only a shell can run.
 */
final class Sudoers {

    private static final Set<String> SBIN = Set.of(
            "useradd",
            "userdel",
            "usermod",
            "groupadd",
            "groupdel",
            "groupmod",
            "shutdown",
            "reboot",
            "poweroff",
            "halt",
            "ip",
            "ufw",
            "iptables",
            "iptables-save",
            "ip6tables",
            "ip6tables-save",
            "nft",
            "dmidecode",
            "nginx",
            "apachectl",
            "apache2ctl",
            "sshd",
            "sysctl",
            "firewall-cmd",
            "blkid",
            "fdisk",
            "mkfs",
            "fsck",
            "ifconfig",
            "route",
            "lsmod",
            "modprobe",
            "visudo",
            "service",
            "chroot",
            "smartctl",
            "ethtool",
            "tcpdump",
            "swapon",
            "swapoff",
            "logrotate",
            "update-grub");

    /** Whoever runs one of these as root can run anything as root. */
    private static final Set<String> OPEN_ENDED = Set.of(
            "sh", "bash", "dash", "zsh", "fish", "ksh", "busybox", "env", "sudo", "su", "doas", "xargs", "nohup",
            "nice", "timeout", "watch", "python", "python3", "perl", "ruby", "node", "php", "lua", "awk", "gawk",
            "mawk", "java", "vi", "vim", "nvim", "nano", "emacs", "ed", "less", "more", "most", "man", "git", "make",
            "ssh", "screen", "tmux", "expect", "gdb", "strace", "psql", "mysql", "sqlite3", "visudo", "crontab");

    /** These page their output, and a pager can start a shell. */
    private static final Set<String> PAGING = Set.of(
            "systemctl", "journalctl", "timedatectl", "loginctl", "coredumpctl", "resolvectl", "systemd-analyze");

    private static final Set<String> NEVER_PAGED = Set.of(
            "start",
            "stop",
            "restart",
            "reload",
            "enable",
            "disable",
            "mask",
            "unmask",
            "daemon-reload",
            "reboot",
            "poweroff",
            "set-timezone",
            "set-ntp",
            "kill",
            "reset-failed");

    /** These mean something in sudoers: specials of its own, and wildcards (sudoers(5), "Other special characters", "Wildcards"). */
    private static final Pattern SPECIAL = Pattern.compile("([,:=#\\\\*?\\[\\]!^])");

    private static final List<String> SYSTEM = List.of("/usr/bin/", "/usr/sbin/", "/bin/", "/sbin/");

    private static final List<String> OTHERS = List.of("/home/", "/tmp/", "/shm/", "~");

    private static final String SHELL = "|&;<>()$`\n";

    private Sudoers() {}

    static Optional<String> line(String user, String command) {
        List<String> words = new ArrayList<>(argv(command));
        if (words.size() > 1 && words.getFirst().equals("sudo")) {
            words.removeFirst();
            words.removeIf(word -> word.equals("-n") && words.indexOf("-n") == 0);
        }
        if (words.isEmpty() || givesAwayMore(words)) {
            return Optional.empty();
        }
        return Optional.of(user + " ALL=(root) NOPASSWD: " + path(words.getFirst()) + " " + arguments(words));
    }

    private static boolean givesAwayMore(List<String> words) {
        String program = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
        return OPEN_ENDED.contains(program)
                || isPaged(program, words)
                || (words.getFirst().contains("/") && SYSTEM.stream().noneMatch(words.getFirst()::startsWith))
                || words.stream().anyMatch(Sudoers::isLoose);
    }

    private static boolean isPaged(String program, List<String> words) {
        String verb = words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .orElse("");
        return PAGING.contains(program) && !words.contains("--no-pager") && !NEVER_PAGED.contains(verb);
    }

    /** What runs other programs, and paths that others than root could make point somewhere else. */
    private static boolean isLoose(String word) {
        return word.startsWith("-exec")
                || word.contains("..")
                || OTHERS.stream().anyMatch(word::contains);
    }

    private static String path(String program) {
        return program.startsWith("/") ? program : (SBIN.contains(program) ? "/usr/sbin/" : "/usr/bin/") + program;
    }

    /** No arguments at all would allow any, so that is written as {@code ""}. */
    private static String arguments(List<String> words) {
        return words.size() == 1
                ? "\"\""
                : SPECIAL.matcher(String.join(" ", words.subList(1, words.size())))
                        .replaceAll("\\\\$1");
    }

    /** The words a shell would make of it; none where it takes more than quotes. */
    private static List<String> argv(String line) {
        String command = line.strip();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            boolean blank = quote == 0 && (c == ' ' || c == '\t');
            if (c == '\\' || (quote != '\'' && SHELL.indexOf(c) >= 0) || (quote == 0 && "*?[~".indexOf(c) >= 0)) {
                return List.of();
            }
            if (blank && open) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (quote == c) {
                quote = 0;
            } else if (!blank) {
                word.append(c);
            }
            open = !blank;
        }
        if (open) {
            words.add(word.toString());
        }
        return quote == 0 ? words : List.of();
    }
}
