package dev.readback.intent.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.readback.conversation.Focus;
import dev.readback.intent.Asking;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpretation.Clarify;
import dev.readback.intent.Interpretation.NotUnderstood;
import dev.readback.intent.Interpreter;
import dev.readback.intent.Names;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a language model put words into command lines. What it says is data: lines are marked as {@link Command#COMPOSED} and judged by
 * the gate, and whatever is not in the form asked for counts as not understood. Never throws; blocks for as long as {@link Limits}
 * allow, or until interrupted. Thread-safe.
 */
public final class ModelInterpreter implements Interpreter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelInterpreter.class);
    private static final String NONSENSE = "The language model did not answer in a form I can use.";

    private final BoundedHttp http;
    private final List<Voice> voices;
    private final Limits limits;
    private final Function<String, Names> names;
    private final Supplier<String> memory;
    private final Prompt prompt;
    private final AnswerReader reader;

    /**
     * @param providers asked in this order; the next one when one fails. None: nothing is ever understood
     * @param names host → what exists there
     * @param memory what the person wrote down for us; data like all else
     * @param redact takes secrets out of everything that is sent
     */
    public ModelInterpreter(
            List<Provider> providers,
            Function<String, Names> names,
            Supplier<String> memory,
            UnaryOperator<String> redact,
            Limits limits) {
        this.http = new BoundedHttp(limits);
        this.voices = providers.stream()
                .map(provider -> new Voice(provider, http, limits))
                .toList();
        this.limits = limits;
        this.names = names;
        this.memory = memory;
        this.prompt = new Prompt(redact);
        this.reader = new AnswerReader(limits.answer());
    }

    @Override
    public Interpretation interpret(Asking asking) {
        return interpret(asking, Optional.empty());
    }

    @Override
    public Interpretation clarified(Asking original, Clarify asked, String answer) {
        return interpret(original, Optional.of(new Prompt.Answered(asked, answer)));
    }

    private Interpretation interpret(Asking asking, Optional<Prompt.Answered> asked) {
        Names known = names.apply(asking.host());
        try {
            String said = ask(prompt.messages(asking, known, memory.get(), asked));
            String words = asking.words()
                    + asked.map(answered -> " " + answered.answer()).orElse("");
            return interpretation(reader.read(said), asking, words, known);
        } catch (CallFailure e) {
            return new NotUnderstood(e.say());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotUnderstood(CallFailure.stopped().say());
        }
    }

    /** The first answer any provider gives. */
    private String ask(List<ChatMessage> messages) throws InterruptedException {
        Deadline end = Deadline.in(limits.whole());
        CallFailure last = CallFailure.unreachable();
        for (Voice voice : voices) {
            try {
                return voice.ask(messages, end);
            } catch (CallFailure e) {
                LOG.warn(
                        "A language model gave no answer provider={} why={}",
                        voice.provider().name(),
                        e.code());
                last = e;
            }
        }
        throw last;
    }

    private static Interpretation interpretation(ModelAnswer answer, Asking asking, String words, Names known) {
        return switch (answer) {
            case ModelAnswer.Commands(List<String> lines, Map<String, String> about) ->
                planned(lines, meant(about, words, known), asking, words);
            case ModelAnswer.Question(String text, List<String> choices) -> new Clarify(question(text), choices);
            case ModelAnswer.Answer(String text) -> new Interpretation.Answered(text);
            case ModelAnswer.Nothing(String say) -> new Interpretation.Declined(say);
            case ModelAnswer.Nonsense nonsense -> new NotUnderstood(NONSENSE);
        };
    }

    /** A question of a model's is never an offer, which a plain yes would take. */
    private static String question(String text) {
        return text.replaceAll("(?i)did you mean", "Do you mean");
    }

    private static Interpretation planned(List<String> lines, Map<String, String> about, Asking asking, String words) {
        List<String> guessed =
                about.values().stream().filter(name -> !in(words, name)).toList();
        List<Command> commands = new ArrayList<>();
        for (String line : lines) {
            commands.add(new Command(line, asking.host(), Command.COMPOSED, about, guessed));
        }
        Focus focus = asking.focus();
        for (Map.Entry<String, String> one : new TreeMap<>(about).entrySet()) {
            focus = focus.with(one.getKey(), one.getValue());
        }
        return new Interpretation.Planned(new Plan.Commands(commands), focus);
    }

    /** Only names that were said or that exist become what "it" means. */
    private static Map<String, String> meant(Map<String, String> about, String words, Names known) {
        Set<String> existing = Stream.of(known.services(), known.containers(), known.hosts(), known.users())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Map<String, String> meant = new TreeMap<>(about);
        meant.values().removeIf(name -> !in(words, name) && !existing.contains(name));
        return meant;
    }

    private static boolean in(String words, String name) {
        return words.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    /** How it is, as far as the last calls tell; calls nobody. */
    public ModelHealth state() {
        if (voices.isEmpty()) {
            return ModelHealth.NONE;
        }
        return voices.stream()
                .filter(voice -> voice.trouble().isEmpty())
                .findFirst()
                .map(voice -> new ModelHealth(
                        ModelHealth.State.OK,
                        "The language model is " + voice.provider().name() + "."))
                .orElseGet(() -> new ModelHealth(
                        ModelHealth.State.FAILED, voices.getFirst().trouble().orElse("")));
    }

    @Override
    public void close() {
        http.close();
    }
}
