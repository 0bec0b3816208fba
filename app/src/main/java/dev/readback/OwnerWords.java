package dev.readback;

import dev.readback.intent.Aliases;
import dev.readback.intent.Examples;
import dev.readback.intent.Interpreter;
import dev.readback.intent.Names;
import dev.readback.intent.Phrasebook;
import dev.readback.intent.PhrasebookInterpreter;
import dev.readback.intent.RememberedNames;
import dev.readback.intent.Teacher;
import dev.readback.memory.Facts;
import dev.readback.memory.FromFiles;
import dev.readback.memory.MemoryFailure;
import dev.readback.memory.PhraseFiles;
import dev.readback.memory.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What this owner's words mean: the shipped phrasebook, their own phrases, and the names in their notes. */
final class OwnerWords {

    private static final List<String> NOTES = List.of("TOOLS.md", Facts.FILE);

    private final Phrasebook shipped = Phrasebook.shipped();
    private final Names names;
    private final PhraseFiles files;
    private final OwnPhrases phrases;
    private final FromFiles<Aliases> aliases;
    private final Interpreter interpreter;

    /** @param folder the workspace, which need not exist */
    OwnerWords(Path folder, Names names, InstantSource clock) {
        this.names = names;
        this.files = new PhraseFiles(folder);
        this.phrases = new OwnPhrases(shipped, files, System.getProperty("user.name"), clock);
        this.aliases = aliases(folder, clock);
        this.interpreter = new RememberedNames(
                new PhrasebookInterpreter(phrases::book, host -> names), phrases::book, host -> names, aliases);
    }

    private static FromFiles<Aliases> aliases(Path folder, InstantSource clock) {
        return Workspace.existing(folder)
                .map(workspace ->
                        new FromFiles<>(Aliases.NONE, () -> workspace.stamp(NOTES), before -> read(workspace), clock))
                .orElseGet(() -> new FromFiles<>(Aliases.NONE, List::of, before -> before, clock));
    }

    /** Takes up at once what has just been remembered or forgotten. */
    void notesChanged() {
        aliases.refresh();
    }

    private static Aliases read(Workspace workspace) {
        return Aliases.of(NOTES.stream().flatMap(file -> lines(workspace, file)).toList());
    }

    private static Stream<String> lines(Workspace workspace, String file) {
        try {
            return workspace.read(file).text().lines();
        } catch (MemoryFailure goneOrUnreadable) {
            return Stream.empty();
        }
    }

    /** Sentences of the phrasebook as it stands now, with the names that exist. */
    Examples examples() {
        return new Examples(phrases.book(), host -> names);
    }

    Names names() {
        return names;
    }

    Interpreter interpreter() {
        return interpreter;
    }

    OwnPhrases phrases() {
        return phrases;
    }

    PhraseFiles files() {
        return files;
    }

    Teacher teacher() {
        return new Teacher(shipped, names, interpreter);
    }
}
