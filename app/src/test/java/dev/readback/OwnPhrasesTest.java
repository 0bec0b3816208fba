package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Names;
import dev.readback.intent.Phrasebook;
import dev.readback.intent.PhrasebookInterpreter;
import dev.readback.memory.PhraseError;
import dev.readback.memory.PhraseFiles;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import dev.readback.say.ReadBack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The person's own phrasebook files, as they lie in the workspace. */
@Timeout(60)
class OwnPhrasesTest {

    private static final Phrasebook SHIPPED = Phrasebook.shipped();

    @TempDir
    Path temporary;

    private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private OwnPhrases phrases;
    private PhrasebookInterpreter interpreter;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(temporary.resolve("workspace/phrasebook"));
        phrases = new OwnPhrases(SHIPPED, new PhraseFiles(temporary.resolve("workspace")), "ana", now::get);
        interpreter = new PhrasebookInterpreter(phrases::book, host -> Names.NONE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        later();
    }

    private void later() {
        now.updateAndGet(time -> time.plusSeconds(2));
    }

    private String line(String words) {
        return interpreter.interpret(words, Focus.NONE, Command.LOCAL) instanceof Interpretation.Planned planned
                        && planned.plan() instanceof Plan.Commands commands
                ? commands.commands().getFirst().line()
                : "";
    }

    private static String entry(String id, String phrase, String command) {
        return "entries:\n  - id: " + id + "\n    phrases: ['" + phrase + "']\n    command: " + command + "\n";
    }

    @Test
    void a_sentence_of_ones_own_is_understood_once_its_file_is_there_and_no_longer_when_it_is_gone()
            throws IOException {
        assertThat(line("water the plants")).isEmpty();
        write("garden.yaml", entry("garden.water", "water [the] plants", "/opt/water --all"));
        assertThat(line("please water the plants")).isEqualTo("/opt/water --all");
        write("garden.yaml", entry("garden.water", "water [the] plants", "/opt/water --front"));
        assertThat(line("water the plants")).isEqualTo("/opt/water --front");
        Files.delete(folder.resolve("garden.yaml"));
        later();
        assertThat(line("water the plants")).isEmpty();
        assertThat(phrases.errors()).isEmpty();
    }

    @Test
    void ones_own_sentence_wins_over_a_shipped_one() throws IOException {
        assertThat(line("how full is the disk")).startsWith("df");
        write("mine.yaml", entry("mine.disk", "how full is the disk", "df -h /srv"));
        assertThat(line("how full is the disk")).isEqualTo("df -h /srv");
    }

    @Test
    void a_wrong_file_is_left_out_as_a_whole_and_told_with_its_line_while_the_others_go_on() throws IOException {
        write("good.yaml", entry("good.one", "water the plants", "/opt/water"));
        write("wrong.yaml", entry("wrong.one", "feed the cat", "/opt/feed") + "  - id: wrong.two\n    phrase: [x]\n");

        assertThat(line("water the plants")).isEqualTo("/opt/water");
        assertThat(line("feed the cat")).isEmpty();
        assertThat(phrases.errors()).singleElement().satisfies(error -> {
            assertThat(error.file()).isEqualTo("phrasebook/wrong.yaml");
            assertThat(error.line()).isEqualTo(6);
            assertThat(error.say())
                    .isEqualTo("phrasebook/wrong.yaml, line 6: unknown key \"phrase\"; did you mean \"phrases\"?");
        });
    }

    @Test
    void the_last_good_state_of_a_file_stays_until_it_is_mended() throws IOException {
        write("mine.yaml", entry("mine.one", "water the plants", "/opt/water"));
        assertThat(line("water the plants")).isEqualTo("/opt/water");
        write("mine.yaml", "entries: [");
        assertThat(line("water the plants")).isEqualTo("/opt/water");
        assertThat(phrases.errors()).hasSize(1);
        write("mine.yaml", entry("mine.one", "water the plants", "/opt/new"));
        assertThat(line("water the plants")).isEqualTo("/opt/new");
        assertThat(phrases.errors()).isEmpty();
    }

    @Test
    void an_id_that_is_taken_is_told_and_the_first_file_keeps_it() throws IOException {
        write("a.yaml", entry("mine.one", "water the plants", "/opt/a"));
        write("b.yaml", entry("mine.one", "water the plants", "/opt/b"));

        assertThat(line("water the plants")).isEqualTo("/opt/a");
        assertThat(phrases.errors())
                .extracting(PhraseError::say)
                .containsExactly("phrasebook/b.yaml, line 3: the id mine.one is taken already");
    }

    @Test
    void a_result_is_spoken_by_ones_own_say_block_and_a_wrong_one_is_told_with_its_line() throws IOException {
        write(
                "mine.yaml",
                entry("mine.one", "water the plants", "/opt/water")
                        + "    say: {ask: Water the plants, ok: All is wet.}\n");

        assertThat(new OwnSayer(phrases::sayer)
                        .readBack(new ReadBack(
                                "/opt/water", "local", "mine.one", Map.of(), List.of(), List.of(), List.of())))
                .startsWith("Water the plants");

        write("mine.yaml", entry("mine.one", "water the plants", "/opt/water") + "    say: {speeker: x}\n");

        assertThat(phrases.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.line()).isEqualTo(3));
        assertThat(new OwnSayer(phrases::sayer)
                        .readBack(new ReadBack(
                                "/opt/water", "local", "mine.one", Map.of(), List.of(), List.of(), List.of())))
                .startsWith("Water the plants");
    }

    @Test
    void the_files_are_looked_at_once_a_second_and_the_book_stays_the_same_while_nothing_changed() throws IOException {
        write("mine.yaml", entry("mine.one", "water the plants", "/opt/water"));
        Phrasebook before = phrases.book();
        later();
        assertThat(phrases.book()).isSameAs(before);
        Files.delete(folder.resolve("mine.yaml"));
        assertThat(phrases.book()).isSameAs(before);
        later();
        assertThat(phrases.book()).isNotSameAs(before);
    }

    @Test
    void hostile_files_harm_nobody_and_the_good_one_goes_on() throws IOException {
        write("good.yaml", entry("good.one", "water the plants", "/opt/water"));
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("x]\n");
        }
        write("bomb.yaml", bomb.append("entries: *a29\n").toString());
        write("big.yaml", "# " + "x".repeat(10 << 20));
        write("deep.yaml", "entries: " + "[".repeat(50_000));
        write("deepmap.yaml", "entries: " + "{a: ".repeat(20_000));
        write("brackets.yaml", entry("b.one", "(".repeat(90_000) + "x" + ")".repeat(90_000), "x"));
        write("nested.yaml", entry("b.two", "[".repeat(400) + "water" + "]".repeat(400) + " plants", "x"));
        write("number.yaml", entry("b.three", "feed the cat", "x") + "    say: {fails: [{exit: abc, say: x}]}\n");
        write("none.yaml", entry("b.four", "", "x"));
        Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, 1});
        Files.createSymbolicLink(
                folder.resolve("out.yaml"),
                Files.writeString(temporary.resolve("o.yaml"), entry("o.o", "feed the cat", "x")));
        Files.createSymbolicLink(folder.resolve("null.yaml"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("loop.yaml"), folder.resolve("loop.yaml"));
        Files.createDirectories(folder.resolve("folder.yaml"));
        Path secret = Files.writeString(folder.resolve("secret.yaml"), "entries: [");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        later();

        assertThat(line("water the plants")).isEqualTo("/opt/water");
        assertThat(line("feed the cat")).isEmpty();
        assertThat(phrases.errors())
                .extracting(PhraseError::file)
                .contains(
                        "phrasebook/bomb.yaml",
                        "phrasebook/big.yaml",
                        "phrasebook/deep.yaml",
                        "phrasebook/deepmap.yaml",
                        "phrasebook/brackets.yaml",
                        "phrasebook/number.yaml",
                        "phrasebook/none.yaml",
                        "phrasebook/binary.yaml",
                        "phrasebook/out.yaml",
                        "phrasebook/null.yaml",
                        "phrasebook/loop.yaml",
                        "phrasebook/folder.yaml",
                        "phrasebook/secret.yaml");
    }

    @Test
    void looking_for_changes_costs_next_to_nothing() throws IOException {
        for (int i = 0; i < 5; i++) {
            write("mine" + i + ".yaml", entry("mine.n" + i, "water plant number" + i, "/opt/water"));
        }
        looks(2_000);
        long each = looks(2_000);

        assertThat(each)
                .as("nanoseconds for a look at five files, at most once a second")
                .isLessThan(5_000_000);
    }

    private long looks(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            later();
            phrases.book();
        }
        return (System.nanoTime() - begun) / times;
    }
}
