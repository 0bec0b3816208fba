package dev.readback.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ss, and netstat where there is no ss. */
final class SocketSpeech {

    private static final Pattern LISTEN = Pattern.compile(
            "^LISTEN\\s{1,40}\\d{1,10}\\s{1,40}\\d{1,10}\\s{1,80}(\\S{1,100}):(\\d{1,5})\\s{1,80}\\S{1,100}(?:\\s{1,80}users:\\(\\(\"([^\"]{1,64})\")?");
    private static final Pattern NETSTAT = Pattern.compile(
            "^tcp6?\\s{1,40}\\d{1,10}\\s{1,40}\\d{1,10}\\s{1,80}(\\S{1,100}):(\\d{1,5})\\s{1,80}\\S{1,100}\\s{1,80}LISTEN(?:\\s{1,80}(?:\\d{1,10}/)?([^\\s:]{1,64}))?");
    private static final Pattern ESTABLISHED = Pattern.compile(
            "^ESTAB\\s{1,40}\\d{1,10}\\s{1,40}\\d{1,10}\\s{1,80}\\S{1,100}:(\\d{1,5})\\s{1,80}(\\S{1,100}):\\d{1,5}");
    private static final int MOST = 8;

    private SocketSpeech() {}

    /** @param program empty where the right to see it is missing */
    private record Listener(String address, String port, String program) {
        boolean isEverywhere() {
            return address.equals("0.0.0.0")
                    || address.equals("[::]")
                    || address.equals("*")
                    || address.equals("::")
                    || address.startsWith("0.0.0.0%");
        }

        boolean isLoopback() {
            return address.startsWith("127.")
                    || address.equals("[::1]")
                    || address.equals("::1")
                    || address.startsWith("[::ffff:127.");
        }

        String said() {
            return port + (program.isEmpty() ? "" : " by " + program);
        }
    }

    /** One for each port, the one that is reachable from most places. */
    private static List<Listener> listeners(CommandResult result) {
        Map<String, Listener> ports = new LinkedHashMap<>();
        for (String line : Text.lines(result.output())) {
            Matcher row = LISTEN.matcher(line);
            if (!row.find()) {
                row = NETSTAT.matcher(line);
            }
            if (row.find(0)) {
                String program = row.group(3) == null || row.group(3).equals("-") ? "" : row.group(3);
                ports.merge(row.group(2), new Listener(row.group(1), row.group(2), program), SocketSpeech::wider);
            }
        }
        return List.copyOf(ports.values());
    }

    private static Listener wider(Listener a, Listener b) {
        Listener wider = (b.isEverywhere() && !a.isEverywhere()) || (a.isLoopback() && !b.isLoopback()) ? b : a;
        return new Listener(wider.address(), wider.port(), a.program().isEmpty() ? b.program() : a.program());
    }

    static Speaker ports() {
        return result -> {
            List<Listener> all = listeners(result).stream()
                    .sorted(Comparator.comparing(Listener::isLoopback))
                    .toList();
            if (all.isEmpty()) {
                return Optional.of(Answer.whole("No ports are open."));
            }
            List<String> items = all.stream().map(Listener::said).toList();
            long inside = all.stream().filter(Listener::isLoopback).count();
            String only = inside == 0 || inside == all.size()
                    ? ""
                    : "; " + inside + (inside == 1 ? " is" : " are") + " for this machine only";
            return Optional.of(Answer.of(Text.counted(all.size(), "port") + Text.isOrAre(all.size())
                            + (inside == all.size() ? " open for this machine only: " : " open: ")
                            + Text.list(items, MOST) + only + ".")
                    .items(items, MOST));
        };
    }

    static Speaker port() {
        return result -> {
            String port = result.slots().getOrDefault("port", "");
            List<Listener> found = listeners(result);
            if (found.isEmpty()) {
                return Optional.of(Answer.whole("Nothing is listening on port " + port + "."));
            }
            Listener first = found.getFirst();
            String program = first.program().isEmpty() ? "A program whose name I may not see" : first.program();
            return Optional.of(Answer.whole(program + " is listening on port " + port + where(first) + "."));
        };
    }

    private static String where(Listener listener) {
        if (listener.isEverywhere()) {
            return ", on every address";
        }
        return listener.isLoopback() ? ", for this machine only" : ", on " + listener.address();
    }

    static Speaker connections() {
        return result -> {
            Map<String, Integer> byPort = new LinkedHashMap<>();
            List<String> peers = new ArrayList<>();
            for (String line : Text.lines(result.output())) {
                Matcher row = ESTABLISHED.matcher(line);
                if (row.find()) {
                    byPort.merge(row.group(1), 1, Integer::sum);
                    peers.add("port " + row.group(1) + " with " + row.group(2));
                }
            }
            int all = Math.max(0, Text.lines(result.output()).size() - 1);
            String there = Text.thereAre(all, "connection");
            return Optional.of(
                    peers.size() < 2
                            ? Answer.of(there).items(peers, 0)
                            : Answer.of(Text.withoutEnd(there, ".") + ", most of them on port " + most(byPort) + ".")
                                    .items(peers, 0));
        };
    }

    private static String most(Map<String, Integer> byPort) {
        return byPort.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
