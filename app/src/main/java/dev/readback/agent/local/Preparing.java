package dev.readback.agent.local;

import dev.readback.agent.CommandLine;
import dev.readback.agent.Invocation;
import dev.readback.agent.Invocation.Binary;
import dev.readback.agent.Preparation;
import dev.readback.plan.Command;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns a judged line into exactly what will be started on this machine. */
final class Preparing {

    /** Words only a shell can carry out; a line that begins with one goes to bash although it is a simple command. */
    private static final Set<String> SHELL_ONLY =
            Set.of((". : alias bg bind builtin caller cd command compgen complete compopt declare dirs"
                            + " disown enable eval exec exit export fc fg getopts hash help history jobs let local logout mapfile popd pushd read"
                            + " readarray readonly return set shift shopt source suspend times trap type typeset ulimit umask unalias unset wait")
                    .split(" "));

    private final LocalSettings settings;

    Preparing(LocalSettings settings) {
        this.settings = settings;
    }

    Preparation prepare(CommandLine line) {
        if (!line.host().equals(Command.LOCAL)) {
            return new Preparation.Impossible("No host called " + line.host() + " is known here.");
        }
        if (line.argv().isEmpty()) {
            return script(line);
        }
        List<String> argv = line.argv().get();
        Optional<Path> program = program(argv.getFirst());
        if (program.isPresent()) {
            return simple(line, argv, program.get());
        }
        return SHELL_ONLY.contains(argv.getFirst())
                ? script(line)
                : new Preparation.Impossible(whyNot(argv.getFirst()));
    }

    private Preparation simple(CommandLine line, List<String> argv, Path program) {
        List<String> words = new ArrayList<>(argv);
        words.set(0, program.toString());
        return ready(line, words);
    }

    private Preparation script(CommandLine line) {
        Optional<Path> bash = Programs.find("bash");
        if (bash.isEmpty()) {
            return new Preparation.Impossible("bash: command not found");
        }
        List<String> words = new ArrayList<>(List.of(bash.get().toString(), "--noprofile", "--norc", "-c"));
        if (line.line().startsWith("-") || line.line().startsWith("+")) {
            // Bash would read the line as options of its own.
            words.add("--");
        }
        words.add(line.line());
        return ready(line, words);
    }

    private Preparation ready(CommandLine line, List<String> words) {
        List<Binary> binaries = Stream.concat(
                        Stream.of(Path.of(words.getFirst())),
                        line.programs().stream().flatMap(name -> program(name).stream()))
                .flatMap(file -> Programs.fingerprint(file).stream())
                .distinct()
                .toList();
        return new Preparation.Ready(new Invocation(
                Command.LOCAL, words, settings.home().toString(), CommandEnvironment.of(settings), binaries));
    }

    private Optional<Path> program(String name) {
        return name.contains("/")
                ? path(name).filter(Programs::runnable).flatMap(Programs::inRealFolder)
                : Programs.find(name);
    }

    private Optional<Path> path(String name) {
        try {
            return Optional.of(settings.home().resolve(name).normalize());
        } catch (InvalidPathException malformed) {
            return Optional.empty();
        }
    }

    /** As bash words it. */
    private String whyNot(String name) {
        if (!name.contains("/")) {
            return name + ": command not found";
        }
        Optional<Path> file = path(name).filter(Files::exists);
        if (file.isEmpty()) {
            return name + ": No such file or directory";
        }
        return name + (Files.isDirectory(file.get()) ? ": Is a directory" : ": Permission denied");
    }
}
