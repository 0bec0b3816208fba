package dev.readback.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.widget.AutosuggestionWidgets;
import tools.jackson.databind.JsonNode;

/** Lines typed at the terminal: edited, completed, and remembered, except for answers. */
final class Lines implements Prompter {

    private static final long NOTHING_TYPED_MILLIS = 20;

    private final Terminal terminal;
    private final LineReader reader;
    private final Look look;
    private final Completion completion;

    /** @param history where lines are remembered */
    Lines(Terminal terminal, Look look, Phrases phrases, Path history) {
        this.terminal = terminal;
        this.look = look;
        this.completion = new Completion(phrases);
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("readback")
                .history(new KeptHistory(history))
                .parser(new WholeLine())
                .completer(completion)
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_SIZE, 1000)
                .variable(LineReader.HISTORY_FILE_SIZE, 1000)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "")
                .option(Option.DISABLE_EVENT_EXPANSION, true) // "restart it!" is words, not history
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.LIST_PACKED, true)
                .build();
        if (look.colours()) {
            new AutosuggestionWidgets(reader).enable();
        }
    }

    /** What the person says; empty when they leave. */
    Optional<String> words(String prompt) {
        completion.answering(Optional.empty());
        reader.setVariable(LineReader.DISABLE_HISTORY, false);
        reader.setAutosuggestion(look.colours() ? SuggestionType.HISTORY : SuggestionType.NONE);
        return read(look.paint("1", prompt));
    }

    /** The answer to a question; empty words leave it open. */
    Optional<String> answer(JsonNode asking) {
        completion.answering(Optional.of(asking));
        return unremembered(Waiting.hint(asking));
    }

    @Override
    public Optional<String> ask(String hint) {
        return unremembered(hint);
    }

    @Override
    public boolean somebodyThere() {
        return look.live();
    }

    private Optional<String> unremembered(String hint) {
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.setAutosuggestion(SuggestionType.NONE);
        forgetWhatWasTypedBefore();
        return read(look.paint("1", look.spelled(TerminalText.harmless(hint))) + "? ");
    }

    /** A yes typed before the question stood there must not answer it. */
    private void forgetWhatWasTypedBefore() {
        if (!look.live()) {
            return;
        }
        Attributes before = terminal.enterRawMode();
        try {
            while (terminal.reader().peek(NOTHING_TYPED_MILLIS) >= 0) {
                terminal.reader().read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be read", e);
        } finally {
            terminal.setAttributes(before);
        }
    }

    private Optional<String> read(String prompt) {
        try {
            return Optional.of(reader.readLine(prompt));
        } catch (EndOfFileException e) {
            return Optional.empty();
        } catch (UserInterruptException e) {
            return Optional.of("");
        }
    }
}
