package dev.readback.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether a command reaches another machine, be it only to ask for a name. What is not known to stay here counts as reaching.
 */
final class Outreach {

    private static final Set<String> STAYS = Arrays.stream(
                    ShippedYaml.text("gate/stays.txt").split("\n"))
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> Arrays.stream(line.split("\\s+")))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ASKS_FOR_ITSELF = Set.of("--version", "--help", "-V", "-version");
    private static final Pattern ADDRESS = Pattern.compile("(?is)(?!file:|unix:).*\\b[a-z][a-z0-9+.-]*://.*");

    /** Paths behind which another machine may stand: an automounter's, and awk's. */
    private static final Pattern FAR_PATH = Pattern.compile("(?s)/[/.]*net(/.*)?|.*/inet[46]?/.*");

    /** A filter of ss that names a machine looks the name up. */
    private static final String NAMED_MACHINE =
            "\\S*[A-Za-z0-9_-]\\.[A-Za-z]\\S*|\\S*(dst|src)[ =!(]*((eq|ne|neq) )?[ (]*[A-Za-z]\\S*|-[A-Za-z0-9]*F\\S*|--fi\\S*";

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(?<= |^)(-h ?|--host[= ])(localhost|127\\.0\\.0\\.1|::1|/\\S+)(?= |$)");

    /** Programs that stay here when their arguments, joined by spaces, match. */
    private static final Map<String, Pattern> STAYS_WITH = rules(Map.ofEntries(
            Map.entry("ss", without("-[A-Za-z0-9]*r[A-Za-z0-9]*|--res\\S*|" + NAMED_MACHINE)),
            Map.entry("ip", without("-{1,2}r|-{1,2}re\\S*")),
            Map.entry("netstat", with("-[A-Za-z]*n[A-Za-z]*|--numeric")),
            Map.entry(
                    "route arp",
                    "(?=(.* )?(-[aev46]*n[aevn46]*|--numeric)( .*)?$)((-[aevn46]+|--numeric|-i [\\w.-]+)( |$))+"),
            Map.entry("iptables ip6tables", with("-n|-[Lvx]*n[Lvx]*|--numeric|-S")),
            Map.entry("nft", without("-[A-Za-z]*N\\S*|--reversedns")),
            Map.entry("lsof", with("-[nPltRbOw]*n[nPltRbOw]*")),
            Map.entry("hostname", "(-I|-s|--all-ip-addresses|--short)?"),
            Map.entry("who w", without("--l\\S*")),
            Map.entry("last lastb", without("-[A-Za-z0-9]*d\\S*|--dns")),
            Map.entry("getent", "(passwd|group|services|protocols|shells)( .*)?"),
            Map.entry("resolvectl", "((status|dns|domain|llmnr|mdns|dnssec|statistics|default-route)( .*)?)?"),
            Map.entry("nmcli", "((device|dev|d|connection|con|c|general|g)( (status|show|s)( .*)?)?)?"),
            Map.entry("rpm rpmquery rpmverify", "(?s).*"),
            Map.entry(
                    "systemctl journalctl loginctl hostnamectl timedatectl localectl busctl machinectl systemd-analyze coredumpctl",
                    without("-[A-Za-z]*H\\S*|--ho\\S*")),
            Map.entry("tar bsdtar gtar", "[^:]*"),
            Map.entry(
                    "git",
                    "(-C \\S+ |--no-pager )*(status|log|diff|show|branch|blame|describe|rev-parse|ls-files|shortlog|tag|reflog|ls-tree|cat-file|count-objects|rev-list|stash list|worktree list|remote( -v)?$)( .*)?"),
            Map.entry(
                    "docker podman nerdctl",
                    "((container|image|volume|network) (ls|list|inspect)|system df|(ps|images|inspect|logs|stats|top|port|diff|version|info|events|history))( .*)?"),
            Map.entry(
                    "apt apt-get aptitude",
                    "(list|show|policy|search|depends|rdepends|-s (remove|purge|autoremove|upgrade|dist-upgrade|install))( .*)?"),
            Map.entry("pacman", "-Q\\S*( .*)?"),
            Map.entry("snap", "(list|services|connections|changes)( .*)?"),
            Map.entry("pip pip3", "(list|freeze|show|check)(?! .*(-o|-u|--outd|--upt))( .*)?"),
            Map.entry("npm", "(ls|list|root|prefix)( .*)?"),
            Map.entry("gem", "list(?! .*(-r|-a|-b|--re|--bo|--al))( .*)?"),
            Map.entry("flatpak brew", "list"),
            Map.entry("nvme", "(list|smart-log)( .*)?"),
            Map.entry("ssh-keygen", "-l( .*)?"),
            Map.entry("openssl", "(version|x509|req|crl|verify|ciphers|dgst|list|asn1parse|pkcs7)( .*)?"),
            Map.entry(
                    "psql mysql mariadb mysqladmin pg_isready",
                    without("-[A-Za-z]*h\\S*|--ho\\S*|\\S*(host|service|\\\\c)\\S*")),
            Map.entry("redis-cli valkey-cli", without("-h\\S*|-u\\S*|--cluster\\S*|\\S*migrate\\S*"))));

    private Outreach() {}

    static boolean reaches(Invocation invocation) {
        List<String> texts = invocation.texts();
        if (texts.size() == 1 && ASKS_FOR_ITSELF.contains(texts.getFirst())) {
            return false;
        }
        if (texts.stream().anyMatch(text -> FAR_PATH.matcher(text).matches())) {
            return true;
        }
        String program = invocation.program();
        return !STAYS.contains(program) && !Judge.isBuiltin(program) && !staysWith(program, invocation);
    }

    private static boolean staysWith(String program, Invocation invocation) {
        Pattern rule = STAYS_WITH.get(program);
        List<String> texts = invocation.texts();
        boolean known = invocation.words().stream().allMatch(Word::known)
                && texts.stream().noneMatch(text -> ADDRESS.matcher(text).matches());
        String arguments = THIS_MACHINE.matcher(String.join(" ", texts)).replaceAll("");
        return rule != null && known && rule.matcher(arguments).matches();
    }

    private static String without(String word) {
        return "(?s)(?!(.* )?(" + word + ")( .*)?$).*";
    }

    private static String with(String word) {
        return "(?s)(.* )?(" + word + ")( .*)?";
    }

    private static Map<String, Pattern> rules(Map<String, String> rules) {
        return rules.entrySet().stream()
                .flatMap(rule -> Arrays.stream(rule.getKey().split(" "))
                        .map(program -> Map.entry(program, Pattern.compile(rule.getValue()))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
