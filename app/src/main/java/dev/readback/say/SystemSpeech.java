package dev.readback.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads free, uptime, timedatectl, top and sensors. */
final class SystemSpeech {

    private static final Pattern UP = Pattern.compile("up\\s+(.*?),\\s+\\d+ users?");
    private static final Pattern LOAD = Pattern.compile("load averages?: ([0-9.,]+?),?\\s");
    private static final Pattern LOCAL_TIME =
            Pattern.compile("Local time:\\s+(\\w{3}) (\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2})");
    private static final Pattern ZONE = Pattern.compile("Time zone:\\s+(\\S+)");
    private static final Pattern IDLE = Pattern.compile("([0-9.]+)[ %]*id");
    private static final Pattern SENSOR = Pattern.compile("^([^:]+):\\s+\\+?([0-9.]+)\\s*°?C");
    private static final Map<String, String> DAYS = Map.of(
            "Mon",
            "Monday",
            "Tue",
            "Tuesday",
            "Wed",
            "Wednesday",
            "Thu",
            "Thursday",
            "Fri",
            "Friday",
            "Sat",
            "Saturday",
            "Sun",
            "Sunday");

    private SystemSpeech() {}

    static Speaker memory() {
        return result -> {
            Optional<List<String>> memory = row(result, "Mem:");
            if (memory.isEmpty() || memory.get().size() < 7) {
                return Optional.empty();
            }
            String total = Units.size(memory.get().get(1));
            String available = Units.size(memory.get().get(6));
            String unit = total.replaceAll("^[0-9.]+ ", "");
            String said = available.endsWith(" " + unit)
                    ? available.replace(" " + unit, "") + " of " + total
                    : available + " of " + total;
            return Optional.of(said + " of memory are available" + swap(result) + ".");
        };
    }

    private static String swap(CommandResult result) {
        Optional<List<String>> swap = row(result, "Swap:").filter(row -> row.size() > 2);
        if (swap.isEmpty() || Units.bytes(swap.get().get(1)) == 0) {
            return "; there is no swap";
        }
        return Units.bytes(swap.get().get(2)) == 0
                ? "; no swap is in use"
                : "; " + Units.size(swap.get().get(2)) + " of swap are in use";
    }

    private static Optional<List<String>> row(CommandResult result, String label) {
        return Text.rows(result.output()).stream()
                .filter(row -> row.getFirst().equals(label))
                .findFirst();
    }

    static Speaker uptime() {
        return result -> {
            Matcher up = UP.matcher(result.output());
            Matcher load = LOAD.matcher(result.output());
            return up.find() && load.find()
                    ? Optional.of("It has been up for " + span(up.group(1)) + "; the load is " + load.group(1) + ".")
                    : Optional.empty();
        };
    }

    /** "23 days" of {@code 23 days, 4:11}; "4 hours and 11 minutes" of {@code 4:11}. */
    private static String span(String written) {
        String first = written.replaceAll(",.*", "").strip();
        Matcher clock = Pattern.compile("(\\d+):(\\d+)").matcher(first);
        if (clock.matches()) {
            long minutes = Long.parseLong(clock.group(2));
            String hours = Text.counted(Long.parseLong(clock.group(1)), "hour");
            return minutes == 0 ? hours : hours + " and " + Text.counted(minutes, "minute");
        }
        return first.replaceAll("\\bmin$", "minutes");
    }

    static Speaker clock() {
        return result -> {
            Matcher time = LOCAL_TIME.matcher(result.output());
            Matcher zone = ZONE.matcher(result.output());
            if (!time.find() || !zone.find()) {
                return Optional.empty();
            }
            boolean synced = result.output().contains("synchronized: yes");
            String day = DAYS.getOrDefault(time.group(1), time.group(1));
            return Optional.of("It is " + time.group(3) + " on " + day + " " + time.group(2) + ", time zone "
                    + zone.group(1) + ", and the clock is " + (synced ? "" : "not ") + "synchronized.");
        };
    }

    static Speaker cpuUse() {
        return result -> {
            Matcher idle = IDLE.matcher(result.output());
            return idle.find()
                    ? Optional.of("The processor is " + Math.round(100 - Double.parseDouble(idle.group(1)))
                            + " percent busy.")
                    : Optional.empty();
        };
    }

    static Speaker sensors() {
        return result -> {
            String hottest = "";
            double most = Double.NEGATIVE_INFINITY;
            for (String line : Text.lines(result.output())) {
                Matcher sensor = SENSOR.matcher(line);
                if (sensor.find() && Double.parseDouble(sensor.group(2)) > most) {
                    most = Double.parseDouble(sensor.group(2));
                    hottest = sensor.group(1);
                }
            }
            return hottest.isEmpty()
                    ? Optional.empty()
                    : Optional.of("The hottest is " + hottest + " with " + Math.round(most) + " degrees.");
        };
    }
}
