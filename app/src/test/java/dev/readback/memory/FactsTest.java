package dev.readback.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.memory.Facts.Remembered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Facts facts;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        facts = new Facts(workspace);
    }

    private Remembered remember(String fact) {
        return facts.remember(fact, DAY, old -> false);
    }

    private String text() {
        return workspace.read("MEMORY.md").text();
    }

    @Test
    void a_fact_is_a_dated_line_after_what_the_person_wrote() {
        workspace.write("MEMORY.md", "# Mine\n\nSome text.\n* an own fact", Optional.empty());

        assertThat(remember("The backup runs on Sundays")).isEqualTo(new Remembered.Added());

        assertThat(text()).isEqualTo("# Mine\n\nSome text.\n* an own fact\n- 2026-03-01: The backup runs on Sundays\n");
    }

    @Test
    void the_same_fact_twice_is_one_line() {
        remember("The backup runs on Sundays");
        String once = text();

        assertThat(remember("the backup runs on sundays.")).isEqualTo(new Remembered.Known());
        assertThat(text()).isEqualTo(once);
    }

    @Test
    void a_fact_that_is_outdated_gives_way() {
        remember("the database means mysql");

        Remembered result = facts.remember("the database means postgresql", DAY, old -> old.startsWith("the database"));

        assertThat(result).isEqualTo(new Remembered.Replaced("the database means mysql"));
        assertThat(facts.about("")).containsExactly("the database means postgresql");
    }

    @Test
    void the_file_is_made_again_when_it_was_deleted() throws IOException {
        Files.delete(workspace.folder().resolve("MEMORY.md"));

        assertThat(facts.about("")).isEmpty();
        remember("one");

        assertThat(text()).isEqualTo("# What is worth remembering\n\n- 2026-03-01: one\n");
    }

    @Test
    void a_fact_never_takes_more_than_a_line() {
        remember("one\n# two\u2028- three");

        assertThat(text()).endsWith("- 2026-03-01: one # two - three\n");
    }

    @Test
    void an_exact_fact_is_told_from_others_that_hold_its_words() {
        remember("nginx is old");
        remember("nginx is old and slow");

        assertThat(facts.about("nginx is old")).containsExactly("nginx is old");
        assertThat(facts.about("nginx")).hasSize(2);
        assertThat(facts.about("ngin")).isEmpty();
    }

    @Test
    void forgetting_takes_out_that_line_and_nothing_else() {
        workspace.write("MEMORY.md", "# Mine\n- one\n\ntext about one\n- two\n", Optional.empty());

        facts.forget("one");
        facts.forget("one");

        assertThat(text()).isEqualTo("# Mine\n\ntext about one\n- two\n");
    }

    @Test
    void several_at_once_lose_nothing() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> remember("fact number " + number)));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(facts.about("fact")).hasSize(4);
    }

    @Test
    void what_the_shipped_file_explains_is_no_fact() {
        assertThat(facts.about("")).isEmpty();
    }
}
