package dev.readback.voice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.Mouth;
import dev.readback.voice.Sound;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedSoundsTest {

    private final AtomicInteger made = new AtomicInteger();
    private int length = 100;

    private final RememberedSounds mouth = new RememberedSounds(new Mouth() {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Sound say(String sentence, String voice, double pace) {
            made.incrementAndGet();
            return new Sound(new short[length], 16_000);
        }
    });

    @Test
    void what_was_said_is_not_made_again() {
        Sound first = mouth.say("Done.", "slt", 1);

        assertThat(mouth.say("Done. ", "slt", 1)).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void another_voice_and_another_pace_are_other_sounds() {
        mouth.say("Done.", "slt", 1);
        mouth.say("Done.", "rms", 1);
        mouth.say("Done.", "slt", 1.2);

        assertThat(made).hasValue(3);
    }

    @Test
    void what_was_not_said_for_long_is_forgotten() {
        length = 6 << 20;
        mouth.say("One.", "slt", 1);
        mouth.say("Two.", "slt", 1);
        mouth.say("One.", "slt", 1);
        mouth.say("Three.", "slt", 1);

        mouth.say("One.", "slt", 1);
        assertThat(made).hasValue(3);
        mouth.say("Two.", "slt", 1);
        assertThat(made).hasValue(4);
    }

    @Test
    void sentences_that_will_be_wanted_are_made_ahead() {
        mouth.rehearse(List.of("Yes?", "Done."), "slt");
        mouth.say("Yes?", "slt", 1);

        assertThat(made).hasValue(2);
    }
}
