package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.intent.FollowUp.Again;
import dev.readback.intent.FollowUp.Line;
import dev.readback.intent.FollowUp.More;
import dev.readback.intent.FollowUp.Why;
import dev.readback.plan.Command;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpWordsTest {

    private static final PhrasebookInterpreter INTERPRETER =
            new PhrasebookInterpreter(Phrasebook.shipped(), Names.NONE);

    private static Interpretation read(String words) {
        return INTERPRETER.interpret(words, Focus.NONE, Command.LOCAL);
    }

    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"undo", "undo that please", "put that back", "take it back", "revert the last change"})
    void undo_is_a_follow_up(String words) {
        assertThat(FollowUpWords.read(Tokens.of(words))).contains(new FollowUp.Undo());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "more",
                "go on",
                "Tell me more, please.",
                "and the rest",
                "show more",
                "okay, continue",
                "what else?",
                "read me the rest"
            })
    void more_is_asked_for(String words) {
        assertThat(read(words)).isEqualTo(new Interpretation.About(new More()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why",
                "why is that?",
                "Why not?",
                "how come",
                "what does that mean",
                "so what went wrong?",
                "explain that to me"
            })
    void the_reason_is_asked_for(String words) {
        assertThat(read(words)).isEqualTo(new Interpretation.About(new Why()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say that again",
                "repeat that",
                "pardon?",
                "what did you say",
                "sorry, what?",
                "can you repeat that please",
                "what was that"
            })
    void it_is_asked_for_again(String words) {
        assertThat(read(words)).isEqualTo(new Interpretation.About(new Again()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read the third line | 3",
                "line five | 5",
                "what does the last line say? | -1",
                "the second one | 2",
                "read line 12 | 12",
                "the second to last line, please | -2",
                "read me line number forty two | 42",
                "show the 21st line | 21",
                "the twenty first line | 21",
                "the thirtieth line | 30",
                "the last one | -1",
                "third line from the bottom | 0",
                "what is the penultimate line | -2",
            })
    void a_line_of_the_answer_is_asked_for(String words, int number) {
        if (number == 0) {
            assertThat(read(words)).isNotInstanceOf(Interpretation.About.class);
        } else {
            assertThat(read(words)).isEqualTo(new Interpretation.About(new Line(number)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "more memory info",
                "why is nginx down",
                "show the last line of /etc/hosts",
                "show the third line of file notes.txt",
                "show the last 5 lines",
                "show the last line of the syslog",
                "repeat the backup",
                "continue the update",
                "what does nginx mean",
                "line zero",
                "line up",
                "the other one",
                "the big line",
                "go on and restart nginx",
                "tell me more about nginx",
                "read the third line of that file",
                "again"
            })
    void a_request_of_its_own_is_no_question_about_the_last_answer(String words) {
        assertThat(read(words)).isNotInstanceOf(Interpretation.About.class);
    }
}
