package dev.readback.intent;

import dev.readback.conversation.Focus;
import dev.readback.intent.Sentences.Setting;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Interprets by the {@link Phrasebook}. What it does not cover from the first word to the last is not guessed at. Thread-safe. */
public final class PhrasebookInterpreter implements Interpreter {

    private static final int LONGEST = 2_000;
    private static final String CORRECTED = ", no wait, I mean ";

    private final Supplier<Phrasebook> book;
    private final Function<String, Names> names;
    private volatile Prepared prepared;

    private record Prepared(Phrasebook book, Requests requests) {
        static Prepared of(Phrasebook book) {
            return new Prepared(book, new Requests(book));
        }
    }

    /** @param names what exists on the machine commands run on */
    public PhrasebookInterpreter(Phrasebook book, Names names) {
        this(() -> book, host -> names);
    }

    /**
     * @param book the phrasebook as it stands now; a new one is taken up with the next utterance
     * @param names host → what exists there
     */
    public PhrasebookInterpreter(Supplier<Phrasebook> book, Function<String, Names> names) {
        this.book = book;
        this.names = names;
        this.prepared = Prepared.of(book.get());
    }

    @Override
    public Interpretation interpret(Asking asking) {
        String utterance = asking.words();
        if (utterance.isBlank()) {
            return new Interpretation.Declined("I heard nothing.");
        }
        if (utterance.length() > LONGEST) {
            return new Interpretation.Declined("That was too long for me. Please ask for one thing at a time.");
        }
        Requests requests = requests();
        Tokens tokens = requests.meant(Tokens.of(utterance));
        if (tokens.isEmpty()) {
            return new Interpretation.Declined("I heard nothing.");
        }
        Setting setting = new Setting(new Situation(asking.focus(), names.apply(asking.host())), asking.host());
        return DeedWords.read(utterance, words -> isRequest(words, requests, setting))
                .or(() -> FollowUpWords.read(Tokens.of(utterance)).map(Interpretation.About::new))
                .orElseGet(() -> understood(asking, tokens, requests, setting));
    }

    private static Interpretation understood(Asking asking, Tokens tokens, Requests requests, Setting setting) {
        return Refusals.early(requests.bare(tokens))
                .orElseGet(() -> requests.understand(tokens, setting)
                        .map(understood -> together(understood, asking.focus()))
                        .orElseGet(() -> Refusals.late(requests.bare(tokens))));
    }

    @Override
    public Interpretation clarified(Asking original, String answer) {
        String request = original.words();
        String firstChoice = request.replaceFirst("(?i)\\bor\\b.*", "");
        return Stream.of(answer, request + CORRECTED + answer, firstChoice + CORRECTED + answer)
                .map(words -> interpret(original.saying(words)))
                .filter(result -> result instanceof Interpretation.Planned || result instanceof Interpretation.Cancel)
                .findFirst()
                .orElseGet(() -> interpret(original));
    }

    private static boolean isRequest(String words, Requests requests, Setting setting) {
        return requests.understand(requests.meant(Tokens.of(words)), setting).stream()
                .flatMap(List::stream)
                .anyMatch(Understanding.Act.class::isInstance);
    }

    private Requests requests() {
        Phrasebook now = book.get();
        Prepared current = prepared;
        if (current.book() != now) {
            current = Prepared.of(now);
            prepared = current;
        }
        return current.requests();
    }

    private static Interpretation together(List<Understanding> understood, Focus before) {
        List<Command> commands = new ArrayList<>();
        Focus focus = before;
        Optional<String> answer = Optional.empty();
        boolean cancelled = false;
        for (Understanding one : understood) {
            switch (one) {
                case Understanding.Missing missing -> {
                    return new Interpretation.Clarify(missing.question(), missing.choices());
                }
                case Understanding.Act act -> {
                    commands.add(act.command());
                    focus = act.focus();
                    cancelled = false;
                }
                case Understanding.Told told -> answer = Optional.of(told.answer());
                case Understanding.Cancelled no -> {
                    commands.clear();
                    cancelled = true;
                }
            }
        }
        if (!commands.isEmpty()) {
            return new Interpretation.Planned(new Plan.Commands(commands), focus);
        }
        return cancelled ? new Interpretation.Cancel() : new Interpretation.Answered(answer.orElse(""));
    }
}
