package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.intent.Interpretation.Clarify;
import dev.readback.intent.Interpretation.Declined;
import dev.readback.intent.Interpretation.NotUnderstood;
import dev.readback.intent.Interpretation.Planned;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayeredInterpreterTest {

    private static final Clarify OFFER =
            Clarify.offering(List.of("how full is the disk", "restart nginx", "who is logged in"));

    private final List<String> asked = new ArrayList<>();
    private final Interpreter phrasebook = new PhrasebookInterpreter(Phrasebook.shipped(), Names.NONE);

    @Test
    void what_the_phrasebook_knows_goes_no_further() {
        assertThat(line(layered(new NotUnderstood("no")).interpret(asking("how full is the disk"))))
                .startsWith("df");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did you restart nginx yesterday",
                "don't restart nginx",
                "if the disk fills up tell me",
                "yes",
                "no",
                "never mind",
                "hello"
            })
    void what_was_refused_or_answered_goes_no_further(String words) {
        assertThat(layered(new NotUnderstood("no")).interpret(asking(words))).isNotInstanceOf(NotUnderstood.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void what_kept_one_layer_from_it_is_said_before_what_the_next_made_of_it() {
        Interpreter layered =
                new LayeredInterpreter(phrasebook, List.of(saying(new NotUnderstood("It is away.")), saying(OFFER)));

        assertThat(layered.interpret(asking("gibberish of a kind")))
                .isEqualTo(new Clarify("It is away. " + OFFER.question(), OFFER.choices()));
    }

    @ParameterizedTest
    @CsvSource({
        "yes, df",
        "Yes please!, df",
        "sure, df",
        "1, df",
        "the first one, df",
        "number two, systemctl restart nginx",
        "the second one, systemctl restart nginx",
        "three, w",
        "the last one, w",
        "Restart nginx., systemctl restart nginx",
        "restart nginx please, systemctl restart nginx",
        "is cron running, systemctl status cron"
    })
    void an_offer_is_taken_by_a_yes_a_number_or_in_words(String answer, String begins) {
        Interpreter layered = layered(new NotUnderstood("no"));

        assertThat(line(layered.clarified(asking("gibberish of a kind"), OFFER, answer)))
                .startsWith(begins);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No.", "nope", "none of them", "neither"})
    void a_no_is_taken_kindly(String answer) {
        assertThat(layered(new NotUnderstood("no")).clarified(asking("gibberish of a kind"), OFFER, answer))
                .isEqualTo(new Declined("All right."));
    }

    @Test
    void a_number_beyond_the_offer_takes_nothing() {
        assertThat(layered(new NotUnderstood("no")).clarified(asking("gibberish of a kind"), OFFER, "four"))
                .isInstanceOf(NotUnderstood.class);
    }

    @Test
    void a_yes_to_a_question_that_offers_nothing_goes_to_who_asked() {
        Clarify question = new Clarify("Shall I look at the shop?", List.of("restart nginx", "the blog"));

        layered(new NotUnderstood("no")).clarified(asking("gibberish of a kind"), question, "yes");
        layered(new NotUnderstood("no")).clarified(asking("gibberish of a kind"), question, "the second one");

        assertThat(asked).containsExactly("yes", "the blog");
    }

    @Test
    void a_choice_that_a_model_wrote_counts_as_composed() {
        Clarify question =
                new Clarify("Which one?", List.of("run dig secret.example.org", "forget the name of the shop"));
        Interpreter layered = layered(new NotUnderstood("no"));

        assertThat(intent(layered.clarified(asking("gibberish of a kind"), question, "the first one")))
                .isEqualTo(Command.COMPOSED);
        assertThat(layered.clarified(asking("gibberish of a kind"), question, "the second one"))
                .isInstanceOf(NotUnderstood.class);
    }

    @Test
    void what_the_phrasebook_asked_it_also_hears_the_answer_to() {
        Interpreter layered = layered(new NotUnderstood("no"));
        Clarify which = (Clarify) layered.interpret(asking("restart it"));

        assertThat(line(layered.clarified(asking("restart it"), which, "nginx")))
                .isEqualTo("systemctl restart nginx");
    }

    private Interpreter layered(Interpretation last) {
        return new LayeredInterpreter(phrasebook, List.of(saying(last)));
    }

    private Interpreter saying(Interpretation result) {
        return asking -> {
            asked.add(asking.words());
            return result;
        };
    }

    private static Asking asking(String words) {
        return Asking.typed(words, Focus.NONE, Command.LOCAL);
    }

    private static String intent(Interpretation interpretation) {
        assertThat(interpretation).isInstanceOf(Planned.class);
        return ((Plan.Commands) ((Planned) interpretation).plan())
                .commands()
                .getFirst()
                .intent();
    }

    private static String line(Interpretation interpretation) {
        assertThat(interpretation).isInstanceOf(Planned.class);
        return ((Plan.Commands) ((Planned) interpretation).plan())
                .commands()
                .getFirst()
                .line();
    }
}
