package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasebookExamplesTest {

    private static final Phrasebook BOOK = Phrasebook.shipped();
    private static final Interpreter INTERPRETER = new PhrasebookInterpreter(BOOK, Names.NONE);

    record Case(Entry entry, Entry.Example example) {
        @Override
        public String toString() {
            return example.words() + " (" + example.place() + ")";
        }
    }

    static Stream<Case> examples() {
        return BOOK.entries().stream()
                .flatMap(entry -> entry.examples().stream().map(example -> new Case(entry, example)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void every_example_becomes_what_its_entry_says(Case one) {
        Interpretation result = INTERPRETER.interpret(one.example().words(), Focus.NONE, Command.LOCAL);
        switch (one.entry().meaning()) {
            case Entry.Meaning.Says says -> assertThat(result).isEqualTo(new Interpretation.Answered(says.answer()));
            case Entry.Meaning.Cancels cancels -> assertThat(result).isEqualTo(new Interpretation.Cancel());
            case Entry.Meaning.Runs runs -> {
                Command command = only(result);
                assertThat(command.intent()).isEqualTo(one.entry().id());
                one.example()
                        .command()
                        .ifPresent(line -> assertThat(command.line()).isEqualTo(line));
                assertThat(command.slots()).containsAllEntriesOf(one.example().slots());
            }
        }
    }

    private static Command only(Interpretation result) {
        assertThat(result).isInstanceOf(Interpretation.Planned.class);
        Plan plan = ((Interpretation.Planned) result).plan();
        assertThat(((Plan.Commands) plan).commands()).hasSize(1);
        return ((Plan.Commands) plan).commands().getFirst();
    }

    @Test
    void no_phrase_of_one_intent_is_taken_by_another() {
        Wording wording = new Wording(BOOK.vocabulary());
        List<String> taken = new ArrayList<>();
        for (Entry entry : BOOK.entries()) {
            for (Entry.Phrase phrase : entry.phrases()) {
                for (String sentence : new Sampler(entry, 25).sentences(phrase.pattern())) {
                    taken.addAll(takenFrom(entry, phrase, sentence, wording));
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    private static List<String> takenFrom(Entry entry, Entry.Phrase phrase, String sentence, Wording wording) {
        Tokens tokens = wording.meant(Tokens.of(sentence));
        List<Match> matches = BOOK.matches(tokens, new Situation(Focus.NONE, Names.NONE));
        if (matches.isEmpty()) {
            return List.of(phrase.place() + ": nothing understands \"" + sentence + "\"");
        }
        Match best = matches.getFirst();
        boolean own = best.entry().equals(entry)
                || matches.stream().anyMatch(match -> match.entry().equals(entry) && match.score() == best.score());
        return own
                ? List.of()
                : List.of(phrase.place() + ": \"" + sentence + "\" is taken by "
                        + best.entry().id());
    }
}
