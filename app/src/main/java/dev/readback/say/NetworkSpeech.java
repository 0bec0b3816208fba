package dev.readback.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ping, ip, dig, traceroute, nmcli and ufw. */
final class NetworkSpeech {

    private static final Pattern AVERAGE = Pattern.compile("= [0-9.]{1,12}/([0-9.]{1,12})/");
    private static final Pattern LOSS = Pattern.compile("(\\d{1,3})(?:\\.\\d{1,6})?% packet loss");
    private static final Pattern ADDRESS =
            Pattern.compile("^inet (\\d{1,3}(?:\\.\\d{1,3}){3})/\\d{1,2}.{0,200} (\\S{1,40})$");
    private static final Pattern BRIEF =
            Pattern.compile("^(\\S{1,40}) {1,40}[A-Z]{2,14} {1,40}(\\d{1,3}(?:\\.\\d{1,3}){3})/");
    private static final Pattern ANSWER = Pattern.compile(
            "^[^;\\s]\\S{0,253}\\s{1,40}\\d{1,10}\\s{1,40}IN\\s{1,40}(A|AAAA|CNAME)\\s{1,40}(\\S{1,253})$");
    private static final Pattern LINK = Pattern.compile("^\\d{1,5}: ([^:@\\s]{1,40})[@:]");
    private static final Pattern HOP = Pattern.compile("^(\\d{1,3})\\s{1,8}(\\S{1,253})");

    private NetworkSpeech() {}

    static Speaker ping() {
        return result -> {
            String host = result.slots().getOrDefault("host", "The internet");
            Matcher loss = LOSS.matcher(result.output());
            if (!loss.find()) {
                return Optional.empty();
            }
            Matcher average = AVERAGE.matcher(result.output());
            if (loss.group(1).equals("100") || !average.find()) {
                return whole(result.slots().containsKey("host") ? host + " does not answer." : "No answer came back.");
            }
            String lost =
                    loss.group(1).equals("0") ? "" : ", but " + loss.group(1) + " percent of the packets were lost";
            long took = Math.round(Text.number(average.group(1)));
            return whole(host + " answers in "
                    + (took < 1 ? "less than a millisecond" : Text.counted(took, "millisecond")) + lost + ".");
        };
    }

    private static Optional<Answer> whole(String sentence) {
        return Optional.of(Answer.whole(sentence));
    }

    static Speaker addresses() {
        return result -> {
            List<String> addresses = new ArrayList<>();
            for (String line : Text.lines(result.output())) {
                Matcher row = ADDRESS.matcher(line);
                Matcher brief = BRIEF.matcher(line);
                if (row.matches() && !row.group(1).startsWith("127.")) {
                    addresses.add(row.group(1) + " on " + row.group(2));
                } else if (brief.find() && !brief.group(2).startsWith("127.")) {
                    addresses.add(brief.group(2) + " on " + brief.group(1));
                }
            }
            if (addresses.isEmpty()) {
                return Optional.of(Answer.of("There is no address besides the loopback."));
            }
            return Optional.of(Answer.of((addresses.size() == 1 ? "The address is " : "The addresses are ")
                            + Text.list(addresses, 3) + ".")
                    .items(addresses, 3));
        };
    }

    /** {@code ip -s link}: the numbers stand under "RX:" and "TX:", bytes first. */
    static Speaker traffic() {
        return result -> {
            List<String> said = new ArrayList<>();
            String name = "";
            String received = "";
            String heading = "";
            for (String line : Text.lines(result.output())) {
                Matcher link = LINK.matcher(line);
                name = link.find() ? link.group(1) : name;
                String bytes = Text.words(line, 2).getFirst();
                if (heading.startsWith("RX:")) {
                    received = bytes;
                } else if (heading.startsWith("TX:")
                        && !name.equals("lo")
                        && Units.bytes(received) + Units.bytes(bytes) > 0) {
                    said.add(name + " has received " + Units.bytes(Units.bytes(received)) + " and sent "
                            + Units.bytes(Units.bytes(bytes)));
                }
                heading = line;
            }
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of("Since it came up, "
                                    + Text.list(said.subList(0, Math.min(2, said.size())), 2) + ".")
                            .items(said, 2));
        };
    }

    static Speaker lookup() {
        return result -> {
            String host = result.slots().getOrDefault("host", "it");
            List<String> answers = new ArrayList<>();
            for (String line : Text.lines(result.output())) {
                Matcher row = ANSWER.matcher(line);
                if (row.matches() && !row.group(1).equals("CNAME")) {
                    answers.add(Text.withoutEnd(row.group(2), "."));
                }
            }
            if (!answers.isEmpty()) {
                return Optional.of(
                        Answer.of(host + " is " + Text.list(answers, 3) + ".").items(answers, 3));
            }
            if (result.output().contains("NXDOMAIN")) {
                return whole("There is no " + host + " in the DNS.");
            }
            return result.output().contains("NOERROR")
                    ? whole("The DNS has no address for " + host + ".")
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
                    ? whole("No name server is configured.")
                    : whole((servers.size() == 1 ? "The name server is " : "The name servers are ")
                            + Text.list(servers, 4) + ".");
        };
    }

    static Speaker trace() {
        return result -> {
            List<String> hops = new ArrayList<>();
            for (String line : Text.lines(result.output())) {
                Matcher hop = HOP.matcher(line);
                if (hop.find() && !line.startsWith("traceroute")) {
                    hops.add(hop.group(2));
                }
            }
            if (hops.isEmpty()) {
                return Optional.empty();
            }
            String last = hops.getLast().equals("*")
                    ? "; the last of them does not answer"
                    : "; the last is " + hops.getLast();
            return Optional.of(Answer.of("The way there takes " + Text.counted(hops.size(), "step") + last + "."));
        };
    }

    static Speaker devices() {
        return result -> {
            List<List<String>> rows = Text.rows(result.output()).stream()
                    .skip(1)
                    .filter(row -> row.size() > 2)
                    .toList();
            List<String> up = rows.stream()
                    .filter(row -> row.get(2).equals("connected"))
                    .map(List::getFirst)
                    .toList();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of(
                            up.isEmpty()
                                    ? "No network device is connected."
                                    : Text.list(up, 4) + Text.isOrAre(up.size()) + " connected; there are "
                                            + Text.counted(rows.size(), "device") + " in all."));
        };
    }

    static Speaker firewall() {
        return result -> {
            if (result.output().contains("Status: inactive")) {
                return whole("The firewall is not active.");
            }
            List<String> rules = Text.lines(result.output()).stream()
                    .filter(line -> line.contains(" ALLOW")
                            || line.contains(" DENY")
                            || line.contains(" REJECT")
                            || line.contains(" LIMIT"))
                    .toList();
            return result.output().contains("Status: active")
                    ? Optional.of(Answer.of("The firewall is active, with " + Text.counted(rules.size(), "rule") + ".")
                            .items(rules, 0))
                    : Optional.empty();
        };
    }
}
