package dev.readback.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads free. */
final class MemorySpeech {

    private static final int COLUMNS = 7;

    private MemorySpeech() {}

    /** Amounts in bytes. */
    private record Memory(double total, double available, double swap, double swapUsed) {
        double used() {
            return total == 0 ? 0 : 1 - available / total;
        }
    }

    static Speaker speaker() {
        return result -> read(result).map(memory -> {
            Answer answer = Answer.whole(sentence(memory)).figures(figures(memory));
            return answer;
        });
    }

    /** The label "Mem:" is translated in some locales, so the row is known by its place and its number of columns. */
    private static Optional<Memory> read(CommandResult result) {
        List<List<String>> rows = Text.rows(result.output()).stream()
                .filter(row -> row.size() > 3 && row.getFirst().endsWith(":") && Units.isSize(row.get(1)))
                .toList();
        if (rows.isEmpty() || rows.getFirst().size() < COLUMNS) {
            return Optional.empty();
        }
        double unit = unit(result.line(), rows.getFirst());
        List<String> memory = rows.getFirst();
        List<String> swap = rows.size() > 1 ? rows.getLast() : List.of("Swap:", "0", "0", "0");
        return Optional.of(new Memory(
                unit * Units.bytes(memory.get(1)),
                unit * Units.bytes(memory.get(6)),
                unit * Units.bytes(swap.get(1)),
                unit * Units.bytes(swap.get(2))));
    }

    /** Without {@code -h} the numbers have no unit; kibibytes unless an option says otherwise. */
    private static double unit(String line, List<String> row) {
        if (!Text.isNumber(row.get(1))) {
            return 1;
        }
        return line.contains("-b") ? 1 : line.contains("-m") ? 1 << 20 : line.contains("-g") ? 1 << 30 : 1024;
    }

    private static String sentence(Memory memory) {
        String available = share(memory) + " of memory are available";
        return switch (Level.ofUsed(memory.used())) {
            case OK -> Text.upperFirst(available) + swap(memory) + ".";
            case WARN -> "Memory is getting short: " + available + swap(memory) + ".";
            case CRITICAL ->
                "Memory is nearly used up: " + available + swap(memory)
                        + ". Say \"what is using the memory\" to see what takes it.";
        };
    }

    /** "8.9 of 15 gigabytes", "700 megabytes of 15 gigabytes". */
    private static String share(Memory memory) {
        String total = Units.bytes(memory.total());
        String available = Units.bytes(memory.available());
        String unit = " " + Units.scale(memory.total());
        return available.endsWith(unit) && !available.contains(" and ")
                ? Text.withoutEnd(available, unit) + " of " + total
                : available + " of " + total;
    }

    private static String swap(Memory memory) {
        if (memory.swap() == 0) {
            return "; there is no swap";
        }
        return memory.swapUsed() == 0
                ? "; no swap is in use"
                : "; " + Units.bytes(memory.swapUsed()) + " of swap are in use";
    }

    private static List<Figure> figures(Memory memory) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.used("Memory", memory.used(), Units.sign(memory.available()) + " available"));
        if (memory.swap() > 0) {
            String text = Units.sign(memory.swapUsed()) + " of " + Units.sign(memory.swap()) + " used";
            figures.add(Figure.used("Swap", memory.swapUsed() / memory.swap(), text));
        }
        return figures;
    }
}
