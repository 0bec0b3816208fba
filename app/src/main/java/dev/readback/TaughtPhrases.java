package dev.readback;

import dev.readback.execution.Deeds.Proposal;
import dev.readback.failure.Failure;
import dev.readback.gate.Judgement;
import dev.readback.intent.Deed;
import dev.readback.intent.Lesson;
import dev.readback.intent.TaughtFile;
import dev.readback.intent.Teacher;
import dev.readback.memory.PhraseFiles;
import dev.readback.question.Consent;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.question.Reading;
import dev.readback.question.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Learns sentences and gives them up again, in {@link TaughtFile#NAME}. */
final class TaughtPhrases {

    private static final int SHORT = 2;

    private final PhraseFiles files;
    private final OwnPhrases phrases;
    private final Teacher teacher;
    private final Function<String, Judgement> gate;

    TaughtPhrases(PhraseFiles files, OwnPhrases phrases, Teacher teacher, Function<String, Judgement> gate) {
        this.files = files;
        this.phrases = phrases;
        this.teacher = teacher;
        this.gate = gate;
    }

    /** It cannot be learnt; the sentence says why. */
    static final class NotTaught extends Failure {
        private static final long serialVersionUID = 1;

        NotTaught(String sentence) {
            super("not_taught", sentence);
        }
    }

    /**
     * What would be learnt, read back.
     *
     * @throws NotTaught when it cannot be
     */
    Proposal proposal(Deed.Teach teach) {
        Lesson.Learnable lesson = lesson(teach);
        String before = file().meaning(teach.phrase())
                .filter(old -> !old.equals(lesson.line()))
                .map(old -> " instead of what it is now")
                .orElse("");
        String text = "When you say \"" + lesson.phrase() + "\", shall I run " + lesson.line() + before
                + "? That is on this machine, unless you name another. " + word(gate.apply(lesson.line()));
        return new Proposal(text, lesson.entry());
    }

    private static String word(Judgement judgement) {
        return switch (judgement.verdict()) {
            case ALLOW -> "It only looks, so it will run without a question.";
            case CONFIRM -> "It will still ask each time before it runs.";
            case REPEAT -> "It cannot be undone, so it will still ask for the name each time before it runs.";
            case DENY ->
                throw new NotTaught("I will not learn that, since I would not run it: "
                        + judgement.reasons().stream().findFirst().orElse("it is not allowed."));
        };
    }

    String teach(Deed.Teach teach) {
        Lesson.Learnable lesson = lesson(teach);
        word(gate.apply(lesson.line()));
        files.write(TaughtFile.NAME, lesson.file());
        phrases.refresh();
        return "Learnt. \"" + lesson.phrase() + "\" now runs " + lesson.line() + ".";
    }

    String unteach(String phrase) {
        TaughtFile taught = file();
        Optional<String> meaning = taught.meaning(phrase);
        if (meaning.isEmpty()) {
            return phrases.fileWith(phrase)
                    .map(name -> "That sentence stands in " + name + "; take it out there.")
                    .orElse("I have not been taught \"" + phrase + "\".");
        }
        files.write(TaughtFile.NAME, taught.without(phrase));
        phrases.refresh();
        return "Given up: \"" + phrase + "\" no longer runs " + meaning.get() + ".";
    }

    private Lesson.Learnable lesson(Deed.Teach teach) {
        if (answers(teach.phrase())) {
            throw new NotTaught("\"" + teach.phrase() + "\" is kept for answering my questions.");
        }
        if (Credentials.in(teach.request())) {
            throw new NotTaught("I do not write passwords, keys or tokens into a file, so I have not learnt that.");
        }
        return switch (teacher.lesson(teach, file())) {
            case Lesson.Learnable lesson -> lesson;
            case Lesson.Refused(String say) -> throw new NotTaught(say);
        };
    }

    private TaughtFile file() {
        return files.text(TaughtFile.NAME).map(TaughtFile::read).orElseGet(TaughtFile::empty);
    }

    /** Whether it would be a yes, or as short as a no, to a question that happens to be open. */
    private static boolean answers(String phrase) {
        Instant now = Instant.EPOCH;
        Question open = new Question(
                new UUID(0, 0), QuestionKind.CONFIRM, "", "", List.of(), Optional.empty(), now, now, Optional.of(now));
        Reading reading = Consent.read(open, new Utterance(phrase, now, Utterance.Authority.PERSON, false));
        return reading instanceof Reading.Yes
                || (reading instanceof Reading.No && phrase.strip().split("\\s+").length <= SHORT);
    }
}
