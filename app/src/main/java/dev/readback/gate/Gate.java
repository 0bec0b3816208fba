package dev.readback.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges command lines: the shell tree of a line is read, every command in it looked up in the schemas, and the strictest word on
 * any part is the word on the line. What it does not know, it asks about. Thread-safe; needs native access for the parser.
 */
public final class Gate {

    private static final int MOST_REASONS = 3;

    private final Surroundings surroundings;
    private final Judge judge;

    private Gate(Surroundings surroundings, Judge judge) {
        this.surroundings = surroundings;
        this.judge = judge;
    }

    /**
     * A gate for one machine and policy. Schemas of the owner's own, {@code schemas/*.yaml} under READBACK_HOME, are read and their
     * examples checked at once.
     *
     * @throws SchemaException when one of the owner's schemas is wrong
     */
    public static Gate open(Policy policy, Surroundings surroundings) {
        Schemas schemas = Schemas.shipped();
        Paths paths = new Paths(surroundings, PathRules.load(surroundings.userHome()));
        Gate gate = new Gate(surroundings, new Judge(schemas, policy, paths));
        gate.addOwn(schemas, surroundings.readbackHome().resolve("schemas"));
        return gate;
    }

    private void addOwn(Schemas schemas, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String yaml = Files.readString(file);
                List<Schema> added = new SchemaReader(file.toString()).read(yaml);
                schemas.add(file.toString(), yaml);
                added.forEach(schema -> SchemaExamples.check(schema, this, file.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schemas in " + folder, e);
        }
    }

    /** The word on a line. Never throws: what goes wrong while judging is a denial. */
    public Judgement judge(String line) {
        return judge(line, false);
    }

    /**
     * The word on a line that a language model wrote: as {@link #judge}, but what may reach another machine is asked about, looking
     * included. What a person asks for by name may look up a name; a model may have been talked into it.
     */
    public Judgement judgeComposed(String line) {
        return judge(line, true);
    }

    private Judgement judge(String line, boolean composed) {
        try {
            return judged(line, composed);
        } catch (RuntimeException | StackOverflowError e) {
            return new Judgement(
                    Verdict.DENY,
                    List.of("I could not judge this line."),
                    true,
                    Optional.empty(),
                    new LineForm.Script(List.of()));
        }
    }

    private Judgement judged(String line, boolean composed) {
        Optional<Ruling> objection = LineCheck.objection(line);
        if (objection.isPresent()) {
            return put(List.of(objection.get()), new LineForm.Script(List.of()));
        }
        if (line.isBlank()) {
            return put(List.of(Ruling.deny("There is no command.")), new LineForm.Script(List.of()));
        }
        Optional<ShellNode> tree = ShellTree.parse(line);
        if (tree.isEmpty()) {
            return put(List.of(Ruling.never("The line nests too deeply to be read.")), new LineForm.Script(List.of()));
        }
        Scope scope = new Scope(surroundings);
        UnderstoodTree.judge(tree.get()).ifPresent(scope::add);
        UnderstoodTree.variables(tree.get()).forEach(scope::declares);
        Walker walker = new Walker(judge, scope);
        walker.walk(tree.get(), Feed.NONE);
        if (composed && scope.hasReachedOut()) {
            scope.add(Ruling.confirm("It may reach another machine over the network."));
        }
        return put(scope.rulings(), form(tree.get(), walker, scope));
    }

    private static LineForm form(ShellNode root, Walker walker, Scope scope) {
        List<ShellNode> parts = root.children();
        if (parts.size() == 1 && parts.getFirst().is("command")) {
            ShellNode command = parts.getFirst();
            boolean bare = command.children().stream()
                    .noneMatch(child -> child.is(
                            "variable_assignment", "file_redirect", "herestring_redirect", "heredoc_redirect"));
            List<Word> argv = walker.argv(command, List.of());
            if (bare
                    && !argv.isEmpty()
                    && argv.stream().allMatch(Word::literal)
                    && !Judge.isBuiltin(argv.getFirst().text())) {
                return new LineForm.Simple(argv.stream().map(Word::text).toList());
            }
        }
        return new LineForm.Script(List.copyOf(scope.programs()));
    }

    private static Judgement put(List<Ruling> rulings, LineForm form) {
        Verdict verdict = rulings.stream().map(Ruling::verdict).reduce(Verdict.ALLOW, Verdict::strictest);
        List<Ruling> ordered = new ArrayList<>(rulings);
        ordered.sort(Comparator.comparing(Ruling::verdict).reversed());
        List<String> reasons = ordered.stream()
                .map(Ruling::reason)
                .map(Reasons::clean)
                .distinct()
                .limit(MOST_REASONS)
                .toList();
        boolean hard = rulings.stream().anyMatch(Ruling::hardFloor);
        List<String> objects = rulings.stream()
                .filter(ruling -> ruling.verdict() == Verdict.REPEAT)
                .map(Ruling::object)
                .toList();
        Optional<String> object = verdict == Verdict.REPEAT ? Optional.of(Reasons.joined(objects)) : Optional.empty();
        return new Judgement(
                verdict, verdict == Verdict.ALLOW ? List.of() : reasons, hard && verdict == Verdict.DENY, object, form);
    }

    /** Applies standing permissions: a {@code CONFIRM} becomes {@code ALLOW} for exactly the line and host of one of them. */
    public static Judgement soften(Judgement judgement, String line, String host, List<Grant> grants, Instant now) {
        boolean granted = judgement.verdict() == Verdict.CONFIRM
                && grants.stream().anyMatch(grant -> grant.covers(line, host, now));
        return granted ? new Judgement(Verdict.ALLOW, List.of(), false, Optional.empty(), judgement.form()) : judgement;
    }

    Schemas schemas() {
        return judge.schemas();
    }
}
