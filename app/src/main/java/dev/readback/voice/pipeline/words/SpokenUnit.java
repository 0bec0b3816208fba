package dev.readback.voice.pipeline.words;

import java.util.Map;
import java.util.Optional;

/** Units behind a number. */
final class SpokenUnit {

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("%", "percent"),
            Map.entry("B", "byte"),
            Map.entry("kB", "kilobyte"),
            Map.entry("KB", "kilobyte"),
            Map.entry("K", "kilobyte"),
            Map.entry("MB", "megabyte"),
            Map.entry("M", "megabyte"),
            Map.entry("GB", "gigabyte"),
            Map.entry("G", "gigabyte"),
            Map.entry("TB", "terabyte"),
            Map.entry("T", "terabyte"),
            Map.entry("KiB", "kibibyte"),
            Map.entry("MiB", "mebibyte"),
            Map.entry("GiB", "gibibyte"),
            Map.entry("TiB", "tebibyte"),
            Map.entry("ns", "nanosecond"),
            Map.entry("µs", "microsecond"),
            Map.entry("us", "microsecond"),
            Map.entry("ms", "millisecond"),
            Map.entry("s", "second"),
            Map.entry("sec", "second"),
            Map.entry("m", "minute"),
            Map.entry("min", "minute"),
            Map.entry("h", "hour"),
            Map.entry("d", "day"),
            Map.entry("Hz", "hertz"),
            Map.entry("kHz", "kilohertz"),
            Map.entry("MHz", "megahertz"),
            Map.entry("GHz", "gigahertz"),
            Map.entry("°C", "degree"),
            Map.entry("°", "degree"),
            Map.entry("W", "watt"),
            Map.entry("V", "volt"));

    private SpokenUnit() {}

    /** In words, as it goes with the number; empty for what is no unit. */
    static Optional<String> behind(String number, String unit) {
        return Optional.ofNullable(UNITS.get(unit))
                .map(word ->
                        number.equals("1") || word.equals("percent") || word.endsWith("hertz") ? word : word + "s");
    }

    /** Whether it may stand apart from its number; one letter would be too little to go by. */
    static boolean standsApart(String unit) {
        return unit.equals("%") || unit.length() > 1 && !unit.equals("us") && UNITS.containsKey(unit);
    }
}
