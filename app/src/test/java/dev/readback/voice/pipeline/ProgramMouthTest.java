package dev.readback.voice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.readback.voice.Sound;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramMouthTest {

    @ParameterizedTest
    @EnumSource(SpeakingProgram.class)
    void a_sentence_becomes_sound_with_every_voice(SpeakingProgram program) {
        ProgramMouth mouth = mouth(program);

        assertThat(mouth.voices()).allSatisfy(voice -> {
            Sound sound = mouth.say("The disk is 85% full.", voice.id(), 1);
            assertThat(sound.length()).isBetween(Duration.ofMillis(900), Duration.ofMillis(4_000));
        });
    }

    @ParameterizedTest
    @EnumSource(SpeakingProgram.class)
    void a_faster_pace_is_shorter(SpeakingProgram program) {
        ProgramMouth mouth = mouth(program);
        String voice = mouth.voices().getFirst().id();

        Duration fast = mouth.say("The backup ran at noon.", voice, 1.6).length();
        assertThat(fast)
                .isLessThan(mouth.say("The backup ran at noon.", voice, 1)
                        .length()
                        .multipliedBy(8)
                        .dividedBy(10));
    }

    @ParameterizedTest
    @EnumSource(SpeakingProgram.class)
    void words_that_look_like_options_or_markup_are_words(SpeakingProgram program) {
        ProgramMouth mouth = mouth(program);

        Sound sound = mouth.say("-o /tmp/x; $(reboot) <speak> [[k]]", "no such voice", 1);
        assertThat(sound.samples()).isNotEmpty();
    }

    @Test
    void nothing_to_say_is_no_sound() {
        assertThat(mouth(SpeakingProgram.FLITE).say(" ", "slt", 1).samples()).isEmpty();
    }

    @Test
    void a_program_that_hangs_is_ended() {
        assertThatThrownBy(() -> ChildProcess.run(List.of("sleep", "30"), Duration.ofMillis(100)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("took longer");
    }

    private static ProgramMouth mouth(SpeakingProgram program) {
        Optional<ProgramMouth> mouth = ProgramMouth.installed(program);
        assumeTrue(mouth.isPresent(), () -> program.program() + " is not installed");
        return mouth.orElseThrow();
    }
}
