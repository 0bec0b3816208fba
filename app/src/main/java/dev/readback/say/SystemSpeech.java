package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads uptime, date, timedatectl, top and sensors. */
final class SystemSpeech {

    private static final Pattern UP = Pattern.compile("up {1,4}([^\n]{1,60}?), {1,4}(?:\\d+ users?|load)");
    private static final Pattern LOAD = Pattern.compile(
            "load averages?: ?(\\d{1,6}[.,]\\d{1,3}),? (\\d{1,6}[.,]\\d{1,3}),? (\\d{1,6}[.,]\\d{1,3})");
    private static final Pattern LOCAL_TIME =
            Pattern.compile("Local time:\\s{1,20}(\\w{3}) (\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2})");
    private static final Pattern ZONE = Pattern.compile("Time zone:\\s{1,20}(\\S{1,60})");
    private static final Pattern IDLE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,2})?)[ %]{0,3}id");
    private static final Pattern SENSOR = Pattern.compile("^([^:]{1,60}):\\s{1,40}\\+?(\\d{1,4}\\.\\d)\\s?°?C");
    private static final double HOT = 85;

    private SystemSpeech() {}

    static Speaker uptime() {
        return result -> {
            Matcher up = UP.matcher(result.output());
            Matcher load = LOAD.matcher(result.output());
            if (!up.find() || !load.find()) {
                return Optional.empty();
            }
            double now = Text.number(load.group(1));
            double before = Text.number(load.group(3));
            String trend = now > before * 2 && now > 1
                    ? ", and rising"
                    : before > now * 2 && before > 1 ? ", and falling" : "";
            Figure figure = new Figure("Load", OptionalDouble.empty(), Units.tenths(now) + " over a minute", Level.OK);
            return Optional.of(Answer.whole("It has been up for " + Calendar.up(up.group(1)) + "; the load is "
                            + Units.tenths(now) + trend + ".")
                    .figures(List.of(figure)));
        };
    }

    static Speaker date() {
        return result -> {
            List<String> lines = Text.lines(result.output());
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.whole(
                            "It is " + Calendar.spoken(lines.getFirst()).orElse(lines.getFirst()) + "."));
        };
    }

    static Speaker clock() {
        return result -> {
            Matcher time = LOCAL_TIME.matcher(result.output());
            Matcher zone = ZONE.matcher(result.output());
            if (!time.find() || !zone.find()) {
                return Optional.empty();
            }
            boolean synced = result.output().contains("synchronized: yes");
            return Optional.of(Answer.of("It is " + time.group(3) + " on " + Calendar.day(time.group(1)) + ", "
                    + Calendar.date(time.group(2)) + ", in the time zone " + zone.group(1) + "; the clock is "
                    + (synced ? "" : "not ") + "synchronized."));
        };
    }

    static Speaker cpuUse() {
        return result -> {
            Matcher idle = IDLE.matcher(result.output());
            if (!idle.find()) {
                return Optional.empty();
            }
            double busy = (100 - Text.number(idle.group(1))) / 100;
            long percent = Math.round(busy * 100);
            String next =
                    Level.ofUsed(busy) == Level.OK ? "" : " Say \"what is using the CPU\" to see what it works on.";
            return Optional.of(Answer.of("The processor is " + percent + " percent busy." + next)
                    .figures(List.of(Figure.used("Processor", busy, percent + " % busy"))));
        };
    }

    static Speaker sensors() {
        return result -> {
            String hottest = "";
            double most = Double.NEGATIVE_INFINITY;
            for (String line : Text.lines(result.output())) {
                Matcher sensor = SENSOR.matcher(line);
                if (sensor.find() && Text.number(sensor.group(2)) > most) {
                    most = Text.number(sensor.group(2));
                    hottest = sensor.group(1);
                }
            }
            return hottest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Answer.of("The hottest is " + hottest + " with " + Math.round(most) + " degrees"
                            + (most >= HOT ? ", which is hot." : ".")));
        };
    }
}
