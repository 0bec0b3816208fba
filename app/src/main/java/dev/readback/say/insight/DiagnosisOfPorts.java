package dev.readback.say.insight;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which port was taken already, and by what. */
final class DiagnosisOfPorts {

    private static final Pattern TAKEN =
            Pattern.compile("(?i)address (?:is )?already in use|EADDRINUSE|port is already allocated");
    private static final Pattern PORT = Pattern.compile("(?:[\\]\\w.*\\s]:|:::|port )(\\d{1,5})(?!\\d|[:.]\\d)");
    private static final Pattern HOLDER = Pattern.compile("\\(\\(\"([^\"]{1,40})\",pid=(\\d{1,10})");
    private static final int NEAR = 2;

    private DiagnosisOfPorts() {}

    static String line(String port) {
        return "ss -ltnpH 'sport = :" + port + "'";
    }

    static String datagramsLine(String port) {
        return "ss -lunpH 'sport = :" + port + "'";
    }

    /** The port that was taken, by the newest line that tells of one. */
    static Optional<String> taken(String log) {
        List<String> lines = log.lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (TAKEN.matcher(lines.get(i)).find()) {
                Optional<String> port = portNear(lines, i);
                if (port.isPresent()) {
                    return port;
                }
            }
        }
        return Optional.empty();
    }

    /** Some programs name the port in a line before or after. */
    private static Optional<String> portNear(List<String> lines, int at) {
        return IntStream.rangeClosed(0, NEAR)
                .boxed()
                .flatMap(near -> Stream.of(at + near, at - near))
                .flatMap(line -> portIn(lines, line).stream())
                .findFirst();
    }

    private static Optional<String> portIn(List<String> lines, int at) {
        if (at < 0 || at >= lines.size()) {
            return Optional.empty();
        }
        Matcher port = PORT.matcher(lines.get(at).replaceAll("\\b\\d{2}:\\d{2}:\\d{2}\\b", ""));
        String last = "";
        while (port.find()) {
            last = Integer.parseInt(port.group(1)) <= 65_535 && !port.group(1).equals("0") ? port.group(1) : last;
        }
        return last.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    /** "port 80 is taken by apache2". */
    static String cause(String port, String unit, EffectsLooks looks) {
        looks.begin(line(port), datagramsLine(port));
        String holders = looks.see(line(port)) + looks.see(datagramsLine(port));
        Matcher holder = HOLDER.matcher(holders);
        if (!holder.find() || EffectsNames.plain(holder.group(1)).isEmpty()) {
            return "port " + port + (holders.isBlank() ? " was taken" : " is taken by another program");
        }
        String name = holder.group(1);
        return "port " + port + " is taken by " + name
                + (name.equals(unit) ? ", which is running already as process " + holder.group(2) : "");
    }
}
