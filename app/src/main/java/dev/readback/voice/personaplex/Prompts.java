package dev.readback.voice.personaplex;

import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.Executions;
import dev.readback.execution.Rejection;
import dev.readback.question.Question;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.PersonaWish;
import dev.readback.voice.PersonaWish.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prompts as the model was trained on: plain sentences that describe who speaks. What must be there comes first when room is short: the beginning the model knows,
 * what a persona is here and what it never does, then its role, then the session's task. Whatever was said or came of it stands in quotation marks, as a report.
 */
public final class Prompts implements PersonaPrompts {

    /** What a prompt may hold; a longer one would also take tens of seconds to read. */
    static final int MOST = 1000;

    static final String CASUAL = "You enjoy having a good conversation.";

    static final String RULE = "You keep the person company while their servers are looked after."
            + " You cannot see or change anything yourself; another voice runs things and tells the results."
            + " Asked to do or look up something, you only say that you will have a look, and wait."
            + " You never say that something was done, and you never make up figures or results.";

    private static final String KEEPS_TO_IT =
            "You keep to that. You may explain the question, but the other voice takes the answer.";
    private static final String USUAL_VOICE = "NATM1";
    private static final int MOST_ROLE = 300;
    private static final int MOST_ASKED = 160;
    private static final int MOST_TOLD = 240;

    private final Executions executions;
    private final String voice;
    private final PersonaWish usual;
    private final Supplier<Optional<String>> owner;
    private final UnaryOperator<String> redact;

    /**
     * @param usual as the owner has set it; what is empty is NATM1, nobody in particular, and the casual form
     * @param owner the person's name, where it is known
     * @param redact masks secrets
     * @throws UnknownVoice where the usual one is not there
     */
    public Prompts(
            Executions executions, PersonaWish usual, Supplier<Optional<String>> owner, UnaryOperator<String> redact) {
        this.executions = executions;
        this.voice = PersonaVoices.of(usual.voice().orElse(USUAL_VOICE));
        this.usual = usual;
        this.owner = owner;
        this.redact = redact;
    }

    @Override
    public Prompt prompt(Optional<UUID> session, PersonaWish wish) {
        String chosen = voice(wish);
        Optional<Execution> current = session.flatMap(executions::currentIn);
        Room room = new Room(MOST);
        String role = role(wish);
        String beginning = room.all(beginning(wish, role));
        String rule = room.all(RULE);
        String name = room.whole(name());
        String who = room.some(role, MOST_ROLE);
        String task = current.map(execution -> task(execution, room)).orElse("");
        return new Prompt(joined(beginning, who, rule, name, task), chosen);
    }

    @Override
    public Prompt question(UUID session, Optional<String> question, Optional<String> context, PersonaWish wish) {
        String chosen = voice(wish);
        Optional<Question> open = executions.currentIn(session).flatMap(Execution::question);
        String asked = clean(question).or(() -> clean(open.map(Question::text))).orElseThrow(Rejection::nothingWaiting);
        String about = clean(context)
                .or(() -> clean(open.filter(it -> clean(Optional.of(it.text())).equals(Optional.of(asked)))
                        .map(Question::context)))
                .filter(it -> !it.equals(asked))
                .orElse("");
        Room room = new Room(MOST);
        String role = role(wish);
        String beginning = room.all(beginning(wish, role));
        String rule = room.all(RULE);
        String keeps = room.all(KEEPS_TO_IT);
        String put =
                room.quoted("The other voice waits for the person's answer to this question:", asked, MOST_TOLD, ".");
        String name = room.whole(name());
        String on = room.quoted("It is about this:", about, MOST_TOLD, ".");
        String who = room.some(role, MOST_ROLE);
        return new Prompt(joined(beginning, who, rule, name, put, on, keeps), chosen);
    }

    @Override
    public List<Category> voices() {
        return PersonaVoices.categories();
    }

    @Override
    public String usualVoice() {
        return voice;
    }

    private String voice(PersonaWish wish) {
        return wish.voice().map(PersonaVoices::of).orElse(voice);
    }

    private String role(PersonaWish wish) {
        return clean(wish.role()).or(() -> clean(usual.role())).orElse("");
    }

    private String beginning(PersonaWish wish, String role) {
        return switch (wish.form().or(usual::form).orElse(Form.CASUAL)) {
            case CASUAL -> CASUAL;
            case SERVICE -> PersonaName.service(role);
        };
    }

    private String name() {
        return owner.get()
                .map(PersonaName::ofPerson)
                .filter(name -> !name.isEmpty())
                .map(name -> "You are talking with " + name + ".")
                .orElse("");
    }

    /** What was asked for last, and how it stands; the sentence that was told, never what a command printed. */
    private String task(Execution execution, Room room) {
        String asked =
                clean(Optional.of(String.join("; ", execution.transcript()))).orElse("");
        String said = room.quoted("The person asked:", asked, MOST_ASKED, ".");
        return said.isEmpty() ? "" : joined(said, standing(execution, room));
    }

    private String standing(Execution execution, Room room) {
        if (execution.state() == ExecutionState.WAITING_FOR_INPUT) {
            String asked = clean(execution.question().map(Question::text)).orElse("");
            return room.quoted("The other voice waits for their answer to this question:", asked, MOST_TOLD, ".");
        }
        return execution.state().settled()
                ? room.quoted("It went so:", clean(execution.say()).orElse(""), MOST_TOLD, ".")
                : room.whole("It is not finished yet.");
    }

    /** Redacted before, because a secret may span lines, and after, because it may have been broken by signs that are gone by then. */
    private Optional<String> clean(Optional<String> text) {
        return text.map(redact)
                .map(PromptText::clean)
                .map(redact)
                .map(PromptText::clean)
                .filter(it -> !it.isEmpty());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
