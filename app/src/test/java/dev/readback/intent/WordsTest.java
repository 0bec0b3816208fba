package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "seven, 7",
        "twenty five, 25",
        "hundred, 100",
        "a hundred, 100",
        "two hundred and six, 206",
        "three thousand, 3000",
        "four four three, 443",
        "four forty three, 443",
        "fifty four thirty two, 5432",
        "thirty three oh six, 3306",
        "eighty eighty, 8080",
        "8080, 8080"
    })
    void numbers_are_read_as_people_say_them(String words, long number) {
        assertThat(NumberWords.read(List.of(words.split(" ")))).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({
        "rm minus r f slash, rm -rf /",
        "ls minus l slash home slash zoe, ls -l /home/zoe",
        "cat slash etc slash os dash release, cat /etc/os -release",
        "tail minus n fifty slash srv slash out dot log, tail -n 50 /srv/out.log",
        "l s, ls",
        "cat slash dev slash zero, cat /dev/zero",
        "git log dash dash oneline, git log --oneline",
        "ps aux pipe grep java, ps aux | grep java"
    })
    void a_spoken_line_is_written_out(String words, String line) {
        assertThat(SpokenLine.write(Tokens.of(words))).isEqualTo(line);
    }

    @Test
    void quoted_words_are_one_name_and_punctuation_is_a_pause() {
        Tokens tokens = Tokens.of("Delete \"/srv/my file\", what's left?");
        assertThat(tokens.words()).containsExactly("delete", "/srv/my file", "what", "is", "left");
        assertThat(tokens.get(4).pause()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"postgres,postkress", "redis,reddis", "grafana,graphana"})
    void what_sounds_alike_has_the_same_code(String one, String other) {
        assertThat(Phonetics.code(one)).isEqualTo(Phonetics.code(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nginx | nginx",
                "a b | 'a b'",
                "it's | 'it'\\''s'",
                "$(x) | '$(x)'",
                "~/a b | ~/'a b'",
                "a=b | a=b",
                "=ls | '=ls'",
                "#x | '#x'"
            })
    void a_value_becomes_one_shell_word(String value, String quoted) {
        assertThat(ShellWord.quote(value)).isEqualTo(quoted);
    }
}
