package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.plan.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeedWordsTest {

    private static final Phrasebook BOOK = Phrasebook.shipped();
    private final PhrasebookInterpreter interpreter = new PhrasebookInterpreter(BOOK, Names.NONE);

    private Interpretation read(String words) {
        return interpreter.interpret(words, Focus.NONE, Command.LOCAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remember that the database means production PostgreSQL | the database means production PostgreSQL",
                "Please remember that Web1 lives in Vienna, not in Graz. | Web1 lives in Vienna, not in Graz",
                "note that the backup runs on Sundays | the backup runs on Sundays",
                "keep in mind that /srv/shop is the shop's folder | /srv/shop is the shop's folder",
                "don't forget that the certificate ends in May | the certificate ends in May",
                "hey readback, could you remember that nginx was moved | nginx was moved",
                "make a note: the new disk is /dev/sdb | the new disk is /dev/sdb",
                "remember the mail host is called hermes | the mail host is called hermes",
                "remember that I prefer short answers, please | I prefer short answers",
                "when I say the shop I mean the container shop-web | the shop means the container shop-web",
                "remember that when I say the shop, I mean shop-web | the shop means shop-web",
            })
    void a_fact_is_remembered_letter_by_letter(String words, String fact) {
        assertThat(read(words)).isEqualTo(new Interpretation.Own(new Deed.Remember(fact)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forget that the database means production PostgreSQL | the database means production PostgreSQL",
                "forget what I said about the backup | the backup",
                "please forget everything you know about web1 | web1",
            })
    void a_fact_is_forgotten(String words, String about) {
        assertThat(read(words)).isEqualTo(new Interpretation.Own(new Deed.Forget(about)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what do you remember? | ''",
                "what do you remember about the backup? | the backup",
                "what do you know about web1 | web1",
                "tell me what you remember about Vienna | Vienna",
                "what have I told you about the shop | the shop",
            })
    void what_is_remembered_is_asked_for(String words, String about) {
        assertThat(read(words)).isEqualTo(new Interpretation.Own(new Deed.Recall(about)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when I say bounce the shop, restart nginx | bounce the shop | restart nginx",
                "When I say \"ship it\", do a restart of nginx | ship it | do a restart of nginx",
                "if I say deploy the site run ./deploy.sh --now | deploy the site | run ./deploy.sh --now",
                "whenever we say coffee time, please show me the load | coffee time | show me the load",
                "from now on when I say tidy, I want you to clean the apt cache | tidy | clean the apt cache",
                "remember that when I say bounce the shop you should restart nginx | bounce the shop | restart nginx",
                "learn that tidy means check the disk | tidy | check the disk",
                "the phrase coffee time means show the load | coffee time | show the load",
                "when I say how is life I mean show the load | how is life | show the load",
                "when I say the magic word, check the disk | the magic word | check the disk",
            })
    void a_sentence_is_taught(String words, String phrase, String request) {
        assertThat(read(words)).isEqualTo(new Interpretation.Own(new Deed.Teach(phrase, request)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forget the phrase bounce the shop | bounce the shop",
                "stop doing that when I say bounce the shop | bounce the shop",
                "don't run the deploy when I say ship it. | ship it",
                "when I say ship it, do nothing | ship it",
                "unlearn \"ship it\" | ship it",
            })
    void a_sentence_is_given_up(String words, String phrase) {
        assertThat(read(words)).isEqualTo(new Interpretation.Own(new Deed.Unteach(phrase)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remember to restart nginx tomorrow",
                "don't forget to check the backup",
                "remind me to renew the certificate"
            })
    void a_reminder_is_declined_in_a_sentence(String words) {
        assertThat(read(words)).isEqualTo(new Interpretation.Declined(DeedWords.NO_REMINDERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do you remember that the disk was full",
                "I remember that nginx was slow",
                "remember when the disk was full",
                "remember that time the disk was full",
                "remember me",
                "remember what the database is",
                "do you remember what I said about nginx",
                "he told me to remember that nginx is down",
                "forget that",
                "forget that for now",
                "forget it",
                "forget that one please",
                "forget that restart nginx",
                "if I say restart nginx, will it drop connections?",
                "if I say stop, does it stop",
                "when nginx says error, restart it",
                "what do you know",
                "remember that nginx is slow?",
                "restart nginx when I say so",
                "note the time",
                "show the notes"
            })
    void what_only_sounds_like_it_is_no_deed(String words) {
        assertThat(read(words)).isNotInstanceOf(Interpretation.Own.class);
    }

    @Test
    void what_is_taken_back_in_the_same_breath_is_not_remembered() {
        assertThat(read("remember that the shop is closed, never mind")).isEqualTo(new Interpretation.Cancel());
    }

    @Test
    void none_of_the_shipped_requests_is_taken_for_a_deed_or_for_a_question_about_the_last_answer() {
        List<String> taken = BOOK.entries().stream()
                .flatMap(entry -> entry.examples().stream())
                .map(Entry.Example::words)
                .filter(words -> {
                    Interpretation result = read(words);
                    return result instanceof Interpretation.Own || result instanceof Interpretation.About;
                })
                .toList();
        assertThat(taken).isEmpty();
    }
}
