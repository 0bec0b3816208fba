package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.conversation.Focus;
import dev.readback.execution.Deeds.Proposal;
import dev.readback.failure.Failure;
import dev.readback.gate.Gate;
import dev.readback.gate.Policy;
import dev.readback.intent.Deed;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Names;
import dev.readback.memory.Facts;
import dev.readback.memory.Workspace;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Remembering, forgetting, recalling and learning, with the real workspace, interpreter and gate. docs/memory.md shows these. */
@Timeout(60)
class WorkspaceDeedsTest {

    private static final Names NAMES = new Names() {
        @Override
        public Set<String> services() {
            return Set.of("nginx", "postgresql");
        }
    };

    @TempDir
    Path temporary;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private Workspace workspace;
    private OwnerWords words;
    private WorkspaceDeeds deeds;

    @BeforeEach
    void open() {
        workspace = Workspace.open(temporary.resolve("workspace"));
        words = new OwnerWords(workspace.folder(), NAMES, now::get);
        Gate gate = Gate.open(Policy.DEFAULT, Owner.surroundings(temporary, workspace.folder()));
        deeds = new WorkspaceDeeds(
                new RememberedFacts(new Facts(workspace), now::get, ZoneOffset.UTC),
                new TaughtPhrases(words.files(), words.phrases(), words.teacher(), gate::judge),
                words::notesChanged);
    }

    private String say(String utterance) {
        Deed deed = deed(utterance);
        return deeds.carryOut(deed);
    }

    private Deed deed(String utterance) {
        now.updateAndGet(time -> time.plusSeconds(2));
        Interpretation result = words.interpreter().interpret(utterance, Focus.NONE, Command.LOCAL);
        assertThat(result).isInstanceOf(Interpretation.Own.class);
        return result instanceof Interpretation.Own own ? own.deed() : new Deed.Recall("");
    }

    private Proposal ask(String utterance) {
        return deeds.proposal(deed(utterance)).orElseThrow();
    }

    private String line(String utterance) {
        now.updateAndGet(time -> time.plusSeconds(2));
        return words.interpreter().interpret(utterance, Focus.NONE, Command.LOCAL)
                                instanceof Interpretation.Planned planned
                        && planned.plan() instanceof Plan.Commands commands
                ? commands.commands().getFirst().line()
                : "";
    }

    private String taught() throws IOException {
        return Files.readString(workspace.folder().resolve("phrasebook/taught.yaml"));
    }

    @Test
    void a_fact_is_remembered_used_recalled_and_forgotten() {
        assertThat(line("restart the database")).isEmpty();
        assertThat(say("remember that the database means production PostgreSQL"))
                .isEqualTo("I will remember: the database means production PostgreSQL.");
        assertThat(workspace.read("MEMORY.md").text())
                .endsWith("- 2026-03-01: the database means production PostgreSQL\n");
        assertThat(line("restart the database")).isEqualTo("systemctl restart postgresql");
        assertThat(say("what do you know about the database?")).isEqualTo("the database means production PostgreSQL.");
        assertThat(say("forget what I said about the database")).startsWith("Forgotten: the database means production");
        assertThat(line("restart the database")).isEmpty();
        assertThat(say("what do you remember about the database")).startsWith("I have nothing in mind about");
    }

    @Test
    void a_new_meaning_takes_the_place_of_the_old_one_and_says_so() {
        say("remember that the database means mysql");
        assertThat(say("keep in mind that the database means postgresql"))
                .isEqualTo(
                        "I will remember: the database means postgresql. That takes the place of: the database means mysql.");
        assertThat(line("restart the database")).isEqualTo("systemctl restart postgresql");
        assertThat(say("remember that the database means postgresql")).startsWith("I have that in mind already");
    }

    @Test
    void several_facts_that_fit_are_asked_about_and_none_is_forgotten() {
        say("remember that nginx runs on web1");
        say("remember that nginx was moved in May");

        assertThat(say("forget what I said about nginx"))
                .isEqualTo("I have 2 things in mind about nginx: nginx runs on web1. nginx was moved in May."
                        + " Which one? Say: forget that, and then the words of it.");
        assertThat(say("forget that nginx was moved in May")).startsWith("Forgotten: nginx was moved in May.");
        assertThat(say("what do you remember")).isEqualTo("nginx runs on web1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remember that the root password is hunter2",
                "remember the password for the shop is correct horse battery",
                "note that the API key = abcdef0123456789",
                "remember that the pin code of the safe is 4711",
                "remember that postgres://shop:sesame@db/shop is the address",
                "keep in mind that DB_PASSWORD=sesame is set"
            })
    void a_credential_is_not_remembered(String utterance) {
        String before = workspace.read("MEMORY.md").text();

        assertThatThrownBy(() -> say(utterance))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("I do not keep passwords");
        assertThat(workspace.read("MEMORY.md").text()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"remember that the password is kept in the safe", "remember that passwords are rotated in May"})
    void what_is_only_about_a_credential_is_remembered(String utterance) {
        assertThat(say(utterance)).startsWith("I will remember");
    }

    @Test
    void a_sentence_is_read_back_with_its_exact_command_before_it_is_learnt() throws IOException {
        Proposal proposal = ask("when I say bounce the shop, restart nginx");

        assertThat(proposal.text())
                .isEqualTo(
                        "When you say \"bounce the shop\", shall I run systemctl restart nginx? That is on this machine,"
                                + " unless you name another. It will still ask each time before it runs.");
        assertThat(proposal.context()).isEqualTo("""
                - id: taught.bounce-the-shop
                  phrases:
                    - 'bounce the shop'
                  command: 'systemctl restart nginx'
                  changes: true
                """);
        assertThat(workspace.folder().resolve("phrasebook/taught.yaml")).doesNotExist();

        assertThat(say("when I say bounce the shop, restart nginx"))
                .isEqualTo("Learnt. \"bounce the shop\" now runs systemctl restart nginx.");
        assertThat(taught()).endsWith(proposal.context().indent(2));
        assertThat(line("please bounce the shop")).isEqualTo("systemctl restart nginx");
        assertThat(words.phrases().errors()).isEmpty();
    }

    @Test
    void learning_twice_is_learning_once_and_learning_anew_replaces() throws IOException {
        say("when I say ship it now, run ./deploy.sh --to 'the shop' [fast] {a,b}");
        String once = taught();
        Proposal again = ask("when I say ship it now, run ./deploy.sh --to 'the shop' [fast] {a,b}");
        say("when I say ship it now, run ./deploy.sh --to 'the shop' [fast] {a,b}");

        assertThat(taught()).isEqualTo(once);
        assertThat(again.context()).contains("id: taught.ship-it-now");
        assertThat(line("ship it now")).isEqualTo("./deploy.sh --to 'the shop' [fast] {a,b}");
        assertThat(ask("when I say ship it now, restart nginx").text()).contains("instead of what it is now");
        say("when I say ship it now, restart nginx");
        assertThat(line("ship it now")).isEqualTo("systemctl restart nginx");
        assertThat(taught()).doesNotContain("deploy.sh");
    }

    @Test
    void what_the_person_wrote_into_the_file_stays() throws IOException {
        say("when I say bounce the shop, restart nginx");
        String mine = taught().replace("entries:", "# my list\nentries:") + "  # the end\n";
        Files.writeString(workspace.folder().resolve("phrasebook/taught.yaml"), mine);

        say("when I say coffee time, show the load");
        assertThat(taught()).startsWith(mine);
        say("when I say bounce the shop, restart postgresql");
        assertThat(taught()).contains("# my list", "  # the end\n", "restart postgresql");
        assertThat(line("coffee time")).isNotEmpty();

        assertThat(say("forget the phrase coffee time")).startsWith("Given up: \"coffee time\"");
        assertThat(say("stop doing that when I say bounce the shop")).contains("systemctl restart postgresql");
        assertThat(line("bounce the shop")).as("a guess again, as before").isEqualTo("systemctl restart shop");
        assertThat(say("forget the phrase bounce the shop")).isEqualTo("I have not been taught \"bounce the shop\".");
        assertThat(taught()).contains("# my list", "entries: []");
        say("when I say bounce the shop, restart nginx");
        assertThat(line("bounce the shop")).isEqualTo("systemctl restart nginx");
        assertThat(words.phrases().errors()).isEmpty();
    }

    @Test
    void a_broken_file_is_not_written_over() throws IOException {
        Path file = workspace.folder().resolve("phrasebook/taught.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "entries: [");

        assertThatThrownBy(() -> ask("when I say bounce the shop, restart nginx"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("phrasebook/taught.yaml:");
        assertThat(file).hasContent("entries: [");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when I say yes please, restart nginx | kept for answering",
                "when I say go ahead, restart nginx | kept for answering",
                "when I say stop it, restart nginx | kept for answering",
                "when I say the, restart nginx | too common",
                "when I say how full is the disk, restart nginx | taken already: it is disk.",
                "when I say restart nginx, show the load | taken already: it is service.restart, systemctl restart nginx.",
                "when I say tell me more, restart nginx | taken already",
                "when I say good morning, restart nginx | taken already",
                "when I say party time, make everybody happy | I do not know a command for \"make everybody happy\"",
                "when I say party time, remember that it is late | I do not know a command",
                "when I say party time, restart the service | Say it in full",
                "when I say wipe the thing, run rm -rf / | I will not learn that",
                "when I say {party} time, restart nginx | plain words",
                "when I say party time, run mysql --password=sesame -e status | passwords",
            })
    void what_cannot_be_learnt_is_refused_in_a_sentence(String utterance, String why) {
        Deed deed = deed(utterance);

        assertThatThrownBy(() -> deeds.proposal(deed))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> deeds.carryOut(deed)).isInstanceOf(Failure.class);
        assertThat(workspace.folder().resolve("phrasebook/taught.yaml")).doesNotExist();
    }

    @Test
    void several_requests_become_one_line_that_stops_at_the_first_that_fails() {
        say("when I say freshen up, restart nginx and then restart postgresql");

        assertThat(line("freshen up")).isEqualTo("systemctl restart nginx && systemctl restart postgresql");
    }

    @Test
    void what_only_looks_is_said_to_run_without_a_question() {
        assertThat(ask("when I say coffee time, run uptime").text())
                .endsWith("It only looks, so it will run without a question.");
    }

    @Test
    void a_taught_sentence_is_not_picked_out_of_a_longer_one() {
        say("when I say bounce the shop, restart nginx");

        for (String utterance :
                List.of("he said bounce the shop", "if it rains bounce the shop", "don't bounce the shop")) {
            assertThat(line(utterance)).isEmpty();
        }
    }
}
