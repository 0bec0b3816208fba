package dev.readback.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code .env} file: {@code NAME=value} lines, optionally quoted, remarks after {@code #} at the beginning of a line. */
final class DotEnv {

    private DotEnv() {}

    static Map<String, String> read(Path file, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return values;
        }
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                put(values, line.startsWith("export ") ? line.substring(7) : line, file, i + 1, names);
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String line, Path file, int number, List<String> names) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            throw SettingFailure.line(file.toString(), number, line);
        }
        String name = line.substring(0, equals).strip();
        Spelling.checkOurs(name, file.toString(), names);
        String value = unquoted(line.substring(equals + 1).strip());
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
