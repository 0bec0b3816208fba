package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left to somebody who only makes conversation. */
class SmallTalkTest {

    private static final Phrasebook BOOK = Phrasebook.shipped();
    private final PhrasebookInterpreter interpreter = new PhrasebookInterpreter(BOOK, Names.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good morning",
                "how are you today",
                "thank you very much",
                "I had a long day",
                "tell me a joke",
                "do you like coffee",
                "the weather is lovely",
                "my daughter plays the violin"
            })
    void conversation_asks_for_nothing(String words) {
        assertThat(smallTalk(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how full is the disk",
                "restart nginx",
                "restart the flux capacitor",
                "what can you do",
                "who are you",
                "never mind",
                "defragment the drive",
                "deploy the frontend",
                "was nginx restarted yesterday",
                "why is the server so slow",
                "something is wrong with the database",
                "say that again",
                "is it restarting",
                "is the website up",
                "why is it so slow",
                "any alerts",
                "how is the mail queue",
                "ask the agent to look into it",
                "that is wrong undo it"
            })
    void what_is_about_servers_never_is(String words) {
        assertThat(smallTalk(words)).isFalse();
    }

    private boolean smallTalk(String words) {
        return BOOK.smallTalk(words, interpreter.interpret(words, Focus.NONE, "local"));
    }
}
