package dev.readback.voice;

import dev.readback.execution.Foresight.Completeness;
import dev.readback.question.Consent;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.question.Reading;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The question that is open in a spoken conversation: asked again where it was cut off, and a yes asked for again that came too soon. Confined to one thread. */
final class AskedQuestion {

    private static final String AGAIN = "Please say it again.";

    /** A device that never tells what it played is not asked for ever. */
    private static final int MOST_TIMES = 3;

    private final Consumer<Effect> effects;
    private Optional<Question> open = Optional.empty();
    private boolean cutOff;
    private boolean yesTooSoon;
    private boolean answering;
    private int times;

    AskedQuestion(Consumer<Effect> effects) {
        this.effects = effects;
    }

    Optional<Question> open() {
        return open;
    }

    void opened(Optional<Question> question) {
        open = question;
        cutOff = false;
        yesTooSoon = false;
        answering = false;
        times = 0;
        effects.accept(new Effect.Tell(new Telling.Open(question)));
    }

    boolean is(java.util.UUID id) {
        return open.filter(question -> question.id().equals(id)).isPresent();
    }

    /** Whether one of these texts asks it. */
    boolean askedBy(List<String> texts) {
        return open.filter(question -> texts.stream().anyMatch(text -> text.endsWith(question.text())))
                .isPresent();
    }

    /** These texts were not said to their end. */
    void cutOff(List<String> texts) {
        cutOff |= askedBy(texts);
    }

    /** A turn of ours is over: the question that was played to its end counts as heard. */
    void ended(Speaking.Ended turn) {
        if (!askedBy(List.of(turn.text()))) {
            return;
        }
        if (turn.playedToTheEnd()) {
            cutOff = false;
            open.ifPresent(question -> effects.accept(new Effect.Shown(question.id())));
        } else {
            cutOff = ++times < MOST_TIMES;
        }
    }

    /** While we speak, and for the echo after, no yes counts; gives whether the words would be one. */
    boolean tooSoon(Said said) {
        boolean yes = said.overOurs()
                && open.filter(question -> reads(question, said.words()) instanceof Reading.Yes)
                        .isPresent();
        yesTooSoon |= yes;
        return yes;
    }

    /** Whether the words are taken as an answer. A request that is whole by itself is none. */
    boolean answer(Said said, Instant begunAt) {
        Optional<Question> answered = open.filter(question -> question.kind() == QuestionKind.CLARIFY
                || answers(question, said.words())
                || said.alone() != Completeness.WHOLE);
        answered.ifPresent(question -> {
            answering = true;
            effects.accept(new Effect.Answer(question.id(), said.words(), begunAt, said.overOurs()));
        });
        return answered.isPresent();
    }

    /** What came of an answer is known. */
    void answered() {
        answering = false;
    }

    /** Whether the words answer it, so that nothing more need be said. */
    boolean answeredBy(String words) {
        return open.filter(question -> question.kind() != QuestionKind.CLARIFY && answers(question, words))
                .isPresent();
    }

    /** What is to be said now that it is quiet. */
    Optional<String> toSay() {
        if (yesTooSoon) {
            yesTooSoon = false;
            return Optional.of(AGAIN);
        }
        if (cutOff && !answering) {
            cutOff = false;
            return open.map(Question::text);
        }
        return Optional.empty();
    }

    private static boolean answers(Question question, String words) {
        return switch (reads(question, words)) {
            case Reading.Yes yes -> true;
            case Reading.No no -> true;
            case Reading.Change change -> true;
            case Reading.Words taken -> true;
            case Reading.Unclear unclear -> Consent.isPlainAnswer(question, words);
        };
    }

    /** What the words would be to a question that had been heard to its end. */
    private static Reading reads(Question question, String words) {
        return Consent.read(question.shown(Instant.EPOCH), new Utterance(words, Instant.MAX, Authority.PERSON, false));
    }
}
