package dev.readback.voice.pipeline.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PronunciationTest {

    @TempDir
    Path folder;

    private Pronunciation pronunciation;

    @BeforeEach
    void aDictionary() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "export const dictionary = {",
                "  \"engine\": \"EH1 N JH AH0 N\",",
                "  \"is\": \"IH1 Z\",",
                "  \"running\": \"R AH1 N IH0 NG\",",
                "  \"restart\": \"R IY0 S T AA1 R T\",",
                "  \"jelly\": \"JH EH1 L IY0\",",
                "  \"fin\": \"F IH1 N\",",
                "  \"disk\": \"D IH1 S K\",",
                "  \"data\": \"D EY1 T AH0\",",
                "  \"data(2)\": \"D AE1 T AH0\","));
        for (int i = 0; i < 1_000; i++) {
            lines.add("  \"filler" + "abcdefghij".charAt(i % 10) + i + "\": \"F IH1 L\",");
        }
        pronunciation = Pronunciation.read(Files.write(folder.resolve("index.js"), lines));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nginx is running. | ˈɛnʤənˈɛks ɪz ɹˈʌnɪŋ.
            restarted | ɹistˈɑɹtɪd
            disks | dˈɪsks
            jellyfin | ʤˈɛlifˈɪn
            S S H | ˈɛs ˈɛs ˈAʧ
            data | dˈATə
            the redis | ðə ɹˈɛdɪs
            immich, gitea | ˈɪmɪk, ɡˈɪTi
            zorple | zˈɔɹpl
            """)
    void words_are_said_with_their_sounds(String spoken, String phonemes) {
        assertThat(pronunciation.phonemes(spoken)).isEqualTo(phonemes);
    }

    @Test
    void the_first_of_several_ways_to_say_a_word_is_taken() {
        assertThat(pronunciation.sounds("data")).isEqualTo("D EY1 T AH0");
    }

    @Test
    void a_file_that_is_no_dictionary_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("other.js"), "nothing");

        assertThatThrownBy(() -> Pronunciation.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void plain_synthesisers_get_words_they_know() {
        assertThat(Lexicon.respelled("restart nginx, then redis.")).isEqualTo("restart engine X, then reddis.");
    }
}
