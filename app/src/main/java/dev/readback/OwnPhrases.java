package dev.readback;

import dev.readback.intent.Phrasebook;
import dev.readback.intent.PhrasebookException;
import dev.readback.intent.PhrasebookFile;
import dev.readback.memory.FromFiles;
import dev.readback.memory.PhraseError;
import dev.readback.memory.PhraseFiles;
import dev.readback.say.PhrasebookSayer;
import dev.readback.say.Sayer;
import dev.readback.say.SayingException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phrasebook and its sayings with the person's own files, as they stand now. A wrong file is left out as a whole, or stays as it last was
 * right, until it is mended; the others go on. Thread-safe.
 */
public final class OwnPhrases {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPhrases.class);

    private final Phrasebook shipped;
    private final String user;
    private final PhraseFiles files;
    private final FromFiles<State> state;
    private Optional<Spoken> spoken = Optional.empty();

    /** @param good file → text, of the files in use */
    private record State(Phrasebook book, Map<String, String> good, List<PhraseError> errors) {}

    private record Spoken(State of, Sayer sayer) {}

    /**
     * @param shipped what comes with Readback
     * @param user who commands run as
     */
    public OwnPhrases(Phrasebook shipped, PhraseFiles files, String user, InstantSource clock) {
        this.shipped = shipped;
        this.user = user;
        this.files = files;
        this.state = new FromFiles<>(new State(shipped, Map.of(), List.of()), files::stamp, this::read, clock);
    }

    /** The phrasebook; the same object while nothing changed. */
    public Phrasebook book() {
        return state.get().book();
    }

    /** What is wrong in the files, as they stand now; empty while nothing is. */
    public List<PhraseError> errors() {
        return state.get().errors();
    }

    /** Takes up a change at once. */
    void refresh() {
        state.refresh();
    }

    /** Who speaks by the sayings as they stand now. */
    synchronized Sayer sayer() {
        State now = state.get();
        if (spoken.isEmpty() || !spoken.get().of().equals(now)) {
            spoken = Optional.of(new Spoken(now, PhrasebookSayer.load(now.good(), user)));
        }
        return spoken.get().sayer();
    }

    /** The file that holds a sentence as it stands there; empty where none does. */
    Optional<String> fileWith(String phrase) {
        return state.get().good().entrySet().stream()
                .filter(file -> file.getValue().contains(phrase))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private State read(State before) {
        List<PhraseError> errors = new ArrayList<>();
        State next = new State(shipped, Map.of(), errors);
        for (PhraseFiles.Found file : files.read()) {
            Optional<State> with = file.text().isPresent()
                    ? taken(next, file.name(), file.text().get(), errors)
                    : refused(errors, file.name(), 1, file.trouble());
            Optional<String> last = Optional.ofNullable(before.good().get(file.name()));
            State without = next;
            next = with.or(() -> last.flatMap(text -> taken(without, file.name(), text, new ArrayList<>())))
                    .orElse(without);
        }
        log(errors, before);
        return new State(next.book(), next.good(), List.copyOf(errors));
    }

    /** A boundary: whatever a hostile file sets off stays with that file. */
    private Optional<State> taken(State so, String name, String text, List<PhraseError> errors) {
        try {
            Phrasebook book = so.book().adding(List.of(new PhrasebookFile(name, text)));
            PhrasebookSayer.load(Map.of(name, text), user);
            Map<String, String> good = new LinkedHashMap<>(so.good());
            good.put(name, text);
            return Optional.of(new State(book, good, so.errors()));
        } catch (PhrasebookException wrong) {
            return refused(errors, name, wrong.line(), wrong.problem());
        } catch (SayingException wrong) {
            return refused(errors, name, line(so.book(), name, text, wrong.id()), wrong.problem());
        } catch (RuntimeException | StackOverflowError odd) {
            return refused(errors, name, 1, "this cannot be read as a phrasebook");
        }
    }

    /** A saying knows the entry it belongs to, the phrasebook the line that stands on. */
    private static int line(Phrasebook book, String name, String text, String id) {
        return book.adding(List.of(new PhrasebookFile(name, text))).lineOf(id);
    }

    private static Optional<State> refused(List<PhraseError> errors, String name, int line, String problem) {
        errors.add(new PhraseError(name, line, name + ", line " + line + ": " + problem));
        return Optional.empty();
    }

    private static void log(List<PhraseError> errors, State before) {
        errors.stream()
                .filter(error -> !before.errors().contains(error))
                .forEach(error -> LOG.atWarn()
                        .addKeyValue("file", error.file())
                        .addKeyValue("line", error.line())
                        .log("A phrasebook file is left out until it is mended"));
    }
}
