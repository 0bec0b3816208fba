package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.Persona.News.Says;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextPiecesTest {

    private final TextPieces pieces = new TextPieces();

    @Test
    void pieces_are_joined_as_they_come() {
        assertThat(all(" Hello", ",", " th", "is", " is", " me", ".")).isEqualTo(" Hello, this is me.");
    }

    @Test
    void bytes_said_one_by_one_become_letters_as_soon_as_they_are_whole() {
        assertThat(all(" na")).isEqualTo(" na");
        assertThat(pieces.add("<0xC3>")).isEmpty();
        assertThat(pieces.add("<0xAF>")).isEqualTo("ï");
        assertThat(all("ve", "<0xF0>", "<0x9F>", "<0x98>", "<0x80>")).isEqualTo("ve😀");
    }

    @Test
    void bytes_that_are_no_letters_are_shown_as_such_and_hold_up_nothing() {
        assertThat(all("<0xC3>", " a")).isEqualTo("\uFFFD a");
        assertThat(all("<0xFF>", "b")).isEqualTo("\uFFFDb");
        pieces.add("<0xE2>");
        pieces.forget();
        assertThat(all(" next")).isEqualTo(" next");
    }

    @Test
    void signs_of_control_are_no_text() {
        assertThat(all("<s>", " Yes", "</s>", "<unk>", " <unk>", ".")).isEqualTo(" Yes.");
    }

    @Test
    void an_utterance_ends_when_no_words_come_and_nothing_sounds() {
        Utterance utterance = new Utterance();
        List<Says> told = new ArrayList<>();
        utterance.words(" Hello").ifPresent(told::add);
        utterance.packet(0);
        utterance.words(" there.").ifPresent(told::add);
        for (int loud = 0; loud < 20; loud++) {
            assertThat(utterance.packet(0)).isEmpty();
        }
        for (int quiet = 1; quiet < 4; quiet++) {
            assertThat(utterance.packet(quiet)).isEmpty();
        }
        utterance.packet(4).ifPresent(told::add);

        assertThat(told)
                .containsExactly(
                        new Says("Hello", false), new Says("Hello there.", false), new Says("Hello there.", true));
        assertThat(utterance.packet(5)).isEmpty();
        assertThat(utterance.words(" ")).isEmpty();
    }

    @Test
    void a_pause_between_words_is_no_end() {
        Utterance utterance = new Utterance();
        utterance.words(" Well,");
        for (int quiet = 1; quiet < 8; quiet++) {
            assertThat(utterance.packet(quiet)).isEmpty();
        }
        assertThat(utterance.words(" yes.")).isEqualTo(Optional.of(new Says("Well, yes.", false)));
    }

    @Test
    void it_sounds_at_once_and_is_silent_after_a_while() {
        Loudness loudness = new Loudness();

        assertThat(loudness.packet(0.001)).isEmpty();
        assertThat(loudness.packet(0.2)).contains(true);
        for (double loud : new double[] {0.001, 0.001, 0.2, 0, 0, 0.001}) {
            assertThat(loudness.packet(loud)).isEmpty();
        }
        assertThat(loudness.packet(0)).contains(false);
    }

    private String all(String... some) {
        StringBuilder text = new StringBuilder();
        for (String piece : some) {
            text.append(pieces.add(piece));
        }
        return text.toString();
    }
}
