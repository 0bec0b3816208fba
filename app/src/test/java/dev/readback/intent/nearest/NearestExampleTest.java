package dev.readback.intent.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.intent.Asking;
import dev.readback.intent.Examples;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpretation.Clarify;
import dev.readback.intent.Interpretation.NotUnderstood;
import dev.readback.intent.Interpretation.Planned;
import dev.readback.intent.Names;
import dev.readback.intent.Phrasebook;
import dev.readback.intent.PhrasebookInterpreter;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestExampleTest {

    private static final Patience LONG = new Patience(Duration.ofMinutes(2), Duration.ofMinutes(2));

    @TempDir
    static Path folder;

    private static PhrasebookInterpreter phrasebook;
    private static Examples examples;
    private static NearestExample nearest;

    @BeforeAll
    static void open() {
        Phrasebook book = Phrasebook.shipped();
        phrasebook = new PhrasebookInterpreter(book, Names.NONE);
        examples = new Examples(book, host -> Names.NONE);
        nearest = new NearestExample(phrasebook, () -> examples, known -> Vectors.open(folder, known), LONG);
    }

    @AfterAll
    static void close() {
        nearest.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how much room have I got left on this box | df",
                "is there enough space on the drive | df",
                "tell me the version of the kernel we run | uname",
                "is our firewall switched on | ufw",
                "which folder eats the most space under /srv/media | /srv/media",
                "how many cores has this thing got | nproc",
                "restrat ngnix | systemctl restart nginx",
                "how much memmory is free | free",
                "give nginx a good kick | systemctl restart nginx"
            })
    void it_proposes_what_was_probably_meant_with_the_names_that_were_said(String words, String in) {
        Clarify offer = (Clarify) nearest.interpret(asking(words));

        assertThat(offer.offers()).isTrue();
        assertThat(offer.choices()).hasSizeBetween(1, 3);
        assertThat(line(phrasebook.interpret(asking(offer.choices().getFirst()))))
                .contains(in);
        assertThat(offer.question())
                .isEqualTo("Did you mean “" + offer.choices().getFirst() + "”?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tell me a joke",
                "what's the weather like tomorrow",
                "order me a pizza",
                "play some music",
                "asdf qwer zxcv",
                "blah blah blah",
                "turn off the lights in the kitchen",
                "delete my browser history please",
                "open the pod bay doors",
                "restart my life",
                "stop the world i want to get off",
                "my boss said we should wipe everything",
                "she told me to reboot the server",
                "would you ever kill a process",
                "I love it when services restart"
            })
    void small_talk_and_hearsay_are_never_met_with_something_that_changes(String words) {
        if (nearest.interpret(asking(words)) instanceof Clarify offer) {
            assertThat(offer.choices()).noneMatch(choice -> changes(choice));
        }
    }

    @Test
    void no_name_is_made_up_for_what_changes_something() {
        for (String words : List.of("give the web thing a good kick", "kick that thing into life again please")) {
            if (nearest.interpret(asking(words)) instanceof Clarify offer) {
                assertThat(offer.choices()).noneMatch(choice -> choice.contains("nginx"));
            }
        }
    }

    @Test
    void below_the_bound_it_says_what_can_be_asked_near_the_topic_or_at_all() {
        String joke = ((NotUnderstood) nearest.interpret(asking("tell me a joke"))).say();
        String pizza = ((NotUnderstood) nearest.interpret(asking("order me a pizza"))).say();

        assertThat(joke).startsWith("I did not understand that as something to do. You can say, for example: ");
        assertThat(pizza).isNotEqualTo(joke);
        Arrays.stream(joke.substring(joke.indexOf(": ") + 2, joke.length() - 1).split("; or: "))
                .forEach(hint -> assertThat(phrasebook.interpret(asking(hint))).isInstanceOf(Planned.class));
    }

    @Test
    void all_general_hints_are_understood() {
        for (int i = 0; i < 60; i++) {
            String say = Hints.about(List.of(), "word" + i);
            Arrays.stream(say.substring(say.indexOf(": ") + 2, say.length() - 1).split("; or: "))
                    .forEach(hint -> assertThat(phrasebook.interpret(asking(hint)))
                            .as(hint)
                            .isInstanceOf(Planned.class));
        }
    }

    @Test
    void vectors_are_kept_from_one_start_to_the_next_and_only_for_the_same_sentences() throws Exception {
        nearest.interpret(asking("tell me a joke"));
        List<String> sentences =
                examples.all().stream().map(example -> example.sentence()).toList();

        assertThat(new VectorFile(folder, sentences).read()).isPresent();
        assertThat(new VectorFile(folder, sentences.subList(1, sentences.size())).read())
                .isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".part"))
                    .hasSize(2);
        }
    }

    @Test
    void a_machine_that_cannot_run_the_model_goes_by_shared_words() {
        AtomicInteger tries = new AtomicInteger();
        NearestExample without = new NearestExample(
                phrasebook,
                () -> examples,
                known -> {
                    tries.incrementAndGet();
                    throw new UnsatisfiedLinkError("no such runtime here");
                },
                LONG);

        assertThat(without.interpret(asking("how much space on this box have I")))
                .isInstanceOf(Clarify.class);
        assertThat(without.interpret(asking("tell me a joke"))).isInstanceOf(NotUnderstood.class);
        assertThat(tries).hasValue(1);
        without.close();
    }

    @Test
    void an_answer_does_not_wait_for_a_slow_model() throws InterruptedException {
        CountDownLatch loading = new CountDownLatch(1);
        NearestExample slow = new NearestExample(
                phrasebook,
                () -> examples,
                known -> {
                    loading.await();
                    return new WordOverlap(known);
                },
                new Patience(Duration.ofMillis(50), Duration.ofMillis(200)));

        assertThat(slow.interpret(asking("tell me a joke"))).isInstanceOf(NotUnderstood.class);
        assertThat(slow.byVectors()).isFalse();

        loading.countDown();
        until(slow, true);
        until(slow, false);
        slow.close();
    }

    private static void until(NearestExample nearest, boolean loaded) throws InterruptedException {
        for (int i = 0; i < 500 && nearest.byVectors() != loaded; i++) {
            Thread.sleep(10);
        }
        assertThat(nearest.byVectors()).isEqualTo(loaded);
    }

    private static boolean changes(String words) {
        String line = line(phrasebook.interpret(asking(words)));
        return examples.all().stream()
                .filter(example -> example.changes())
                .anyMatch(example -> phrasebook.interpret(asking(example.sentence())) instanceof Planned planned
                        && line(planned).equals(line));
    }

    private static Asking asking(String words) {
        return Asking.typed(words, Focus.NONE, Command.LOCAL);
    }

    private static String line(Interpretation interpretation) {
        assertThat(interpretation).isInstanceOf(Planned.class);
        return ((Plan.Commands) ((Planned) interpretation).plan())
                .commands()
                .getFirst()
                .line();
    }
}
