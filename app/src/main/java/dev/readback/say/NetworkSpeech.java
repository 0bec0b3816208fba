package dev.readback.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ss, ping, ip, dig and ufw. */
final class NetworkSpeech {

    private static final Pattern LISTEN =
            Pattern.compile("^LISTEN\\s+\\d+\\s+\\d+\\s+\\S+:(\\d+)\\s+\\S+(?:\\s+users:\\(\\(\"([^\"]+)\")?.*$");
    private static final Pattern AVERAGE = Pattern.compile("= [0-9.]+/([0-9.]+)/");
    private static final Pattern LOSS = Pattern.compile("(\\d+)(?:\\.\\d+)?% packet loss");
    private static final Pattern ADDRESS = Pattern.compile("inet (\\d+\\.\\d+\\.\\d+\\.\\d+)/\\d+.* (\\S+)$");
    private static final Pattern ANSWER = Pattern.compile("^[^;\\s]\\S*\\s+\\d+\\s+IN\\s+(A|AAAA|CNAME)\\s+(\\S+)$");

    private NetworkSpeech() {}

    private static Map<String, String> listeners(CommandResult result) {
        Map<String, String> ports = new LinkedHashMap<>();
        for (String line : Text.lines(result.output())) {
            Matcher row = LISTEN.matcher(line);
            if (row.matches()) {
                ports.merge(row.group(1), row.group(2) == null ? "" : row.group(2), (a, b) -> a.isEmpty() ? b : a);
            }
        }
        return ports;
    }

    static Speaker ports() {
        return result -> {
            List<String> ports = new ArrayList<>();
            listeners(result).forEach((port, program) -> ports.add(program.isEmpty() ? port : port + " by " + program));
            return Optional.of(
                    ports.isEmpty()
                            ? "No ports are open."
                            : Text.counted(ports.size(), "port") + (ports.size() == 1 ? " is" : " are") + " open: "
                                    + Text.list(ports, 8) + ".");
        };
    }

    static Speaker port() {
        return result -> {
            String port = result.slots().getOrDefault("port", "");
            Map<String, String> found = listeners(result);
            if (found.isEmpty()) {
                return Optional.of("Nothing is listening on port " + port + ".");
            }
            String program = found.values().iterator().next();
            return Optional.of(
                    "Yes, " + (program.isEmpty() ? "something" : program) + " is listening on port " + port + ".");
        };
    }

    static Speaker ping() {
        return result -> {
            String host = result.slots().getOrDefault("host", "The internet");
            Matcher loss = LOSS.matcher(result.output());
            if (!loss.find()) {
                return Optional.empty();
            }
            Matcher average = AVERAGE.matcher(result.output());
            if (loss.group(1).equals("100") || !average.find()) {
                return Optional.of("No answer came back.");
            }
            String lost = loss.group(1).equals("0") ? "" : "; " + loss.group(1) + " percent of the packets were lost";
            return Optional.of(
                    host + " answers, in " + Units.rounded(average.group(1)) + " milliseconds on average" + lost + ".");
        };
    }

    static Speaker addresses() {
        return result -> {
            List<String> addresses = new ArrayList<>();
            for (String line : Text.lines(result.output())) {
                Matcher row = ADDRESS.matcher(line);
                if (row.matches() && !row.group(1).startsWith("127.")) {
                    addresses.add(row.group(1) + " on " + row.group(2));
                }
            }
            if (addresses.isEmpty()) {
                return Optional.of("There is no address besides the loopback.");
            }
            return Optional.of(
                    (addresses.size() == 1 ? "The address is " : "The addresses are ") + Text.list(addresses, 4) + ".");
        };
    }

    static Speaker lookup() {
        return result -> {
            String host = result.slots().getOrDefault("host", "it");
            List<String> answers = new ArrayList<>();
            for (String line : Text.lines(result.output())) {
                Matcher row = ANSWER.matcher(line);
                if (row.matches()) {
                    answers.add(row.group(2).replaceAll("\\.$", ""));
                }
            }
            if (!answers.isEmpty()) {
                return Optional.of(host + " is " + Text.list(answers, 3) + ".");
            }
            if (result.output().contains("NXDOMAIN")) {
                return Optional.of("There is no " + host + " in the DNS.");
            }
            return result.output().contains("NOERROR")
                    ? Optional.of("The DNS has no address for " + host + ".")
                    : Optional.empty();
        };
    }

    static Speaker nameServers() {
        return result -> {
            List<String> servers = Text.rows(result.output()).stream()
                    .filter(row -> row.size() > 1 && row.getFirst().equals("nameserver"))
                    .map(row -> row.get(1))
                    .toList();
            return servers.isEmpty()
                    ? Optional.of("No name server is configured.")
                    : Optional.of((servers.size() == 1 ? "The name server is " : "The name servers are ")
                            + Text.list(servers, 4) + ".");
        };
    }

    static Speaker firewall() {
        return result -> {
            if (result.output().contains("Status: inactive")) {
                return Optional.of("The firewall is not active.");
            }
            long rules = Text.lines(result.output()).stream()
                    .filter(line -> line.matches(".*\\b(ALLOW|DENY|REJECT|LIMIT)\\b.*"))
                    .count();
            return result.output().contains("Status: active")
                    ? Optional.of("The firewall is active, with " + Text.counted(rules, "rule") + ".")
                    : Optional.empty();
        };
    }
}
