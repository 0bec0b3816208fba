package dev.readback.intent.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

    private final WordPieces pieces = new WordPieces(Map.of(
            "[UNK]", 100, "[CLS]", 101, "[SEP]", 102, "re", 1, "##start", 2, "restart", 3, "cafe", 4, "/", 5, "var", 6,
            "##s", 7));

    @Test
    void the_longest_known_piece_is_taken_from_the_front() {
        assertThat(pieces.of("restart")).containsExactly(101, 3, 102);
        assertThat(pieces.of("restarts restart")).containsExactly(101, 3, 7, 3, 102);
    }

    @Test
    void case_and_accents_make_no_difference() {
        assertThat(pieces.of("Café")).containsExactly(101, 4, 102);
    }

    @Test
    void signs_stand_for_themselves_and_an_unknown_word_is_unknown_as_a_whole() {
        assertThat(pieces.of("/var rezzz")).containsExactly(101, 5, 6, 100, 102);
    }

    @Test
    void what_is_too_long_is_cut() {
        assertThat(pieces.of("var ".repeat(500)).length).isEqualTo(66);
    }
}
