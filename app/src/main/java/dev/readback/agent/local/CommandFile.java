package dev.readback.agent.local;

import dev.readback.agent.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a run, for the runner to read. Java hands arguments on in the encoding of its own locale and silently turns what that lacks into
 * {@code ?}, which a shell takes for any character; in a file of ours every byte is what was approved.
 */
final class CommandFile {

    /** What Linux takes as one argument, its closing NUL included (execve(2)). */
    private static final int MAX_WORD_BYTES = 128 << 10;

    private static final int MAX_BYTES = 1 << 20;

    private CommandFile() {}

    /** Says why words cannot be handed to any program. */
    static Optional<String> obstacle(List<String> words) {
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            return Optional.of("The command holds a NUL character, which no program can be given.");
        }
        List<Integer> lengths = words.stream().map(word -> bytes(word).length).toList();
        boolean tooLong = lengths.stream().anyMatch(length -> length >= MAX_WORD_BYTES)
                || lengths.stream().mapToInt(Integer::intValue).sum() > MAX_BYTES;
        return tooLong ? Optional.of("The command line is too long for this machine.") : Optional.empty();
    }

    static void write(RunDirectory run, Invocation invocation) throws IOException {
        List<String> argv = invocation.argv();
        String line = Stream.concat(
                        Stream.of(Programs.word(Path.of(argv.getFirst()))), argv.subList(1, argv.size()).stream())
                .map(CommandFile::quoted)
                .collect(Collectors.joining(" ", "set -- ", "\n"));
        Files.write(run.path().resolve("command"), bytes(line), StandardOpenOption.CREATE_NEW);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
