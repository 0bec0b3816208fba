package dev.readback.say;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what uptime, nproc, free, systemctl and df print one after the other: how the machine is, what is wrong first. */
final class HealthSpeech {

    private static final Pattern LOAD = Pattern.compile("load averages?: ?(\\d{1,6}[.,]\\d{1,3})");
    private static final Pattern CPUS = Pattern.compile("(?m)^\\s{0,4}(\\d{1,4})\\s{0,4}$");
    private static final String DISKS = "Filesystem";

    private HealthSpeech() {}

    /** One thing that was looked at. */
    private record Looked(Level level, Answer answer) {
        static Looked of(Answer answer) {
            Level worst = answer.figures().stream()
                    .map(Figure::level)
                    .max(Comparator.naturalOrder())
                    .orElse(Level.OK);
            return new Looked(worst, answer);
        }
    }

    static Speaker speaker() {
        return result -> {
            List<Looked> looked = looked(result);
            return looked.isEmpty() ? Optional.empty() : Optional.of(together(looked));
        };
    }

    private static List<Looked> looked(CommandResult result) {
        List<String> lines = result.output().lines().limit(400).toList();
        List<Looked> looked = new ArrayList<>();
        part(result, lines, line -> line.startsWith(DISKS), line -> true)
                .flatMap(DiskSpeech.usage()::speak)
                .map(Looked::of)
                .ifPresent(looked::add);
        part(result, lines, line -> line.strip().startsWith("total "), HealthSpeech::isOfMemory)
                .flatMap(MemorySpeech.speaker()::speak)
                .map(Looked::of)
                .ifPresent(looked::add);
        load(result.output()).map(Looked::of).ifPresent(looked::add);
        failed(result, lines).ifPresent(looked::add);
        return looked;
    }

    /** The lines from the first that begins a part on, as long as they belong to it. */
    private static Optional<CommandResult> part(
            CommandResult result, List<String> lines, Predicate<String> begins, Predicate<String> belongs) {
        List<String> rest = lines.stream().dropWhile(begins.negate()).toList();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        List<String> part = new ArrayList<>(List.of(rest.getFirst()));
        rest.stream().skip(1).takeWhile(belongs).forEach(part::add);
        return Optional.of(result.withOutput(String.join("\n", part) + "\n"));
    }

    private static boolean isOfMemory(String line) {
        return line.startsWith("Mem:") || line.startsWith("Swap:");
    }

    private static Optional<Answer> load(String output) {
        Matcher load = LOAD.matcher(output);
        if (!load.find()) {
            return Optional.empty();
        }
        double now = Text.number(load.group(1));
        Matcher cpus = CPUS.matcher(output);
        if (!cpus.find()) {
            return Optional.of(Answer.of("The load is " + Units.tenths(now) + "."));
        }
        int count = Math.max(1, Integer.parseInt(cpus.group(1)));
        String processors = count == 1 ? "1 processor" : count + " processors";
        double share = now / count;
        Level level = share >= 2 ? Level.CRITICAL : share >= 1 ? Level.WARN : Level.OK;
        Figure figure = new Figure("Load", OptionalDouble.of(share), Units.tenths(now) + " on " + processors, level);
        return Optional.of(Answer.of("The load is " + Units.tenths(now) + " on " + processors + ".")
                .figures(List.of(figure)));
    }

    private static Optional<Looked> failed(CommandResult result, List<String> lines) {
        List<String> failed =
                lines.stream().filter(line -> line.contains(" failed failed ")).toList();
        return failed.isEmpty()
                ? Optional.empty()
                : ServiceSpeech.failed()
                        .speak(result.withOutput(String.join("\n", failed) + "\n"))
                        .map(answer -> new Looked(Level.WARN, answer));
    }

    private static Answer together(List<Looked> looked) {
        List<Looked> worstFirst = looked.stream()
                .sorted(Comparator.comparing(Looked::level).reversed())
                .toList();
        String beginning = worstFirst.getFirst().level() == Level.OK ? "All is well. " : "";
        List<String> sentences =
                worstFirst.stream().map(one -> one.answer().sentence()).toList();
        return Answer.whole(beginning + String.join(" ", sentences))
                .items(sentences, sentences.size())
                .figures(worstFirst.stream()
                        .flatMap(one -> one.answer().figures().stream())
                        .toList());
    }
}
