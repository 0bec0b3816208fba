package dev.readback.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.audit.AuditAnchor;
import dev.readback.audit.AuditChain;
import dev.readback.audit.AuditChain.Head;
import dev.readback.audit.AuditRecord;
import dev.readback.audit.AuditResult;
import dev.readback.audit.AuditResult.AnchorDiffers;
import dev.readback.audit.AuditResult.AnchorMissing;
import dev.readback.audit.AuditResult.AnchorUnreadable;
import dev.readback.audit.AuditResult.BreakRecorded;
import dev.readback.audit.AuditResult.Broken;
import dev.readback.audit.AuditResult.Damage;
import dev.readback.audit.AuditResult.Intact;
import dev.readback.audit.AuditResult.TailCut;
import dev.readback.audit.AuditVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody might do to the trail, and what is noticed of it. Each starts from a trail of five records. */
class AuditAttackTest {

    @TempDir
    Path home;

    private StoreSettings settings;

    @BeforeEach
    void writeFive() {
        settings = StoreSettings.sqlite(home);
        write("one", "two", "three", "four", "five");
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Intact.class, it -> assertThat(it.count()).isEqualTo(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'other'",
                "source = 'voice'",
                "at = '2026-03-04T05:06:08Z'",
                "at = 'yesterday'",
                "session_id = NULL",
                "session_id = 'x'",
                "execution_id = '00000000-0000-0000-0000-000000000000'",
                "facts = replace(facts, 'confirm', 'allow')",
                "facts = '{}'",
                "facts = 'not json'",
                "facts = '[1]'",
                "facts = '{\"a\": null}'",
                "hash = 'x'",
                "hash = ''"
            })
    void any_altered_field_is_noticed(String change) {
        sql("UPDATE audit SET " + change + " WHERE sequence = 3");
        assertThat(verify()).isEqualTo(new Broken(3, Damage.ALTERED));
    }

    @Test
    void a_record_altered_together_with_its_hash_is_noticed_at_the_next() {
        AuditRecord third = read(3);
        AuditRecord forged = AuditChain.link(new Head(2, third.previousHash()), Samples.entry("forged"));
        sql(
                "UPDATE audit SET hash = '%s', kind = 'forged', session_id = '%s', facts = '%s', at = '%s' WHERE sequence = 3"
                        .formatted(
                                forged.hash(),
                                forged.entry().sessionId().orElseThrow(),
                                AuditChain.canonical(forged.entry().facts()).replace("'", "''"),
                                forged.entry().at()));
        assertThat(verify()).isEqualTo(new Broken(4, Damage.UNLINKED));
    }

    @Test
    void a_deleted_record_is_noticed() {
        sql("DELETE FROM audit WHERE sequence = 3");
        assertThat(verify()).isEqualTo(new Broken(3, Damage.GAP));
    }

    @Test
    void a_deleted_beginning_is_noticed() {
        sql("DELETE FROM audit WHERE sequence < 3");
        assertThat(verify()).isEqualTo(new Broken(1, Damage.GAP));
    }

    @Test
    void records_moved_up_to_close_a_gap_are_noticed() {
        sql("DELETE FROM audit WHERE sequence = 3");
        sql("UPDATE audit SET sequence = sequence - 1 WHERE sequence > 3");
        assertThat(verify()).isInstanceOf(Broken.class);
    }

    @Test
    void a_record_slipped_in_at_a_number_below_one_is_noticed() {
        sql(
                "INSERT INTO audit SELECT -1, at, kind, source, session_id, execution_id, facts, previous_hash, hash FROM audit"
                        + " WHERE sequence = 1");
        assertThat(verify()).isInstanceOf(Broken.class);
    }

    @Test
    void a_cut_tail_is_noticed_noted_at_the_next_start_and_stays_noted() {
        sql("DELETE FROM audit WHERE sequence > 3");
        assertThat(verify()).isEqualTo(new TailCut(5, 3));
        startFinds(new TailCut(5, 3));
        assertThat(read(4).entry().kind()).isEqualTo("anchor_mismatch");
        assertThat(read(4).entry().facts().get("finding")).contains("TailCut", "5", "3");
        write("later", "and later");
        assertThat(verify())
                .isInstanceOfSatisfying(
                        BreakRecorded.class, it -> assertThat(it.sequence()).isEqualTo(4));
    }

    @Test
    void an_emptied_trail_is_noticed() {
        sql("DELETE FROM audit");
        startFinds(new TailCut(5, 0));
    }

    @Test
    void a_deleted_database_is_noticed() throws IOException {
        Files.delete(settings.databaseFile());
        startFinds(new TailCut(5, 0));
    }

    @Test
    void an_older_copy_of_the_database_is_noticed() throws IOException {
        Path copy = Files.copy(settings.databaseFile(), home.resolve("copy.db"));
        write("six");
        Files.copy(copy, settings.databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify()).isEqualTo(new TailCut(6, 5));
        startFinds(new TailCut(6, 5));
    }

    @Test
    void an_older_copy_that_has_outgrown_the_anchor_is_noticed() throws IOException {
        Path copy = Files.copy(settings.databaseFile(), home.resolve("copy.db"));
        write("six");
        Path anchor = Files.copy(settings.anchorFile(), home.resolve("copy.anchor"));
        Files.copy(copy, settings.databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(settings.anchorFile());
        write("other six", "other seven");
        Files.copy(anchor, settings.anchorFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify()).isInstanceOf(AnchorDiffers.class);
        startFinds(AnchorDiffers.class);
    }

    @Test
    void a_deleted_anchor_is_noticed_and_noted() throws IOException {
        Files.delete(settings.anchorFile());
        assertThat(verify())
                .isInstanceOfSatisfying(
                        AnchorMissing.class, it -> assertThat(it.count()).isEqualTo(5));
        startFinds(AnchorMissing.class);
        assertThat(verify()).isInstanceOf(BreakRecorded.class);
    }

    @Test
    void an_anchor_deleted_while_running_is_noticed() throws IOException {
        try (Database database = Database.open(settings)) {
            database.executions().commit(Samples.audited(Samples.entry("six")));
            Files.delete(settings.anchorFile());
            database.executions().commit(Samples.audited(Samples.entry("seven")));
            assertThat(AuditVerifier.verify(database.auditTrail(), database.auditAnchor()))
                    .isInstanceOf(AnchorMissing.class);
        }
        assertThat(verify()).isInstanceOf(AnchorMissing.class);
    }

    @Test
    void an_anchor_edited_to_another_hash_is_noticed() {
        anchor(new Head(5, "a".repeat(64)));
        assertThat(verify()).isInstanceOf(AnchorDiffers.class);
        startFinds(AnchorDiffers.class);
    }

    @Test
    void an_anchor_edited_to_a_higher_number_is_noticed() {
        anchor(new Head(9, "a".repeat(64)));
        assertThat(verify()).isEqualTo(new TailCut(9, 5));
    }

    @Test
    void an_anchor_that_is_garbage_is_noticed_and_noted() throws IOException {
        Files.writeString(settings.anchorFile(), "garbage");
        assertThat(verify()).isInstanceOf(AnchorUnreadable.class);
        startFinds(AnchorUnreadable.class);
    }

    /** As after a crash between commit and anchor, or a power failure. */
    @Test
    void an_anchor_behind_the_trail_is_sound() throws IOException {
        Path behind = Files.copy(settings.anchorFile(), home.resolve("copy.anchor"));
        write("six", "seven");
        Files.copy(behind, settings.anchorFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Intact.class, it -> assertThat(it.count()).isEqualTo(7));
        startFinds(Intact.class);
    }

    /** Or a kill right after the first commit would look like a deleted anchor. */
    @Test
    void a_new_trail_is_anchored_before_its_first_record(@TempDir Path other) {
        try (Database database = Database.open(StoreSettings.sqlite(other))) {
            assertThat(database.auditAnchor().read()).isEqualTo(new AuditAnchor.Reading.Anchored(Head.EMPTY));
        }
    }

    @Test
    void an_altered_newest_record_is_noticed_at_the_start() {
        sql("UPDATE audit SET kind = 'other' WHERE sequence = 5");
        startFinds(new Broken(5, Damage.ALTERED));
    }

    /** Not guaranteed, and said so: who can change both files can compute everything anew. */
    @Test
    void a_trail_and_anchor_rewritten_together_pass() {
        sql("DELETE FROM audit WHERE sequence > 3");
        anchor(Head.of(read(3)));
        assertThat(verify()).isInstanceOf(Intact.class);
    }

    @Test
    void every_finding_has_a_sentence() {
        Head head = new Head(5, "a".repeat(64));
        List<AuditResult> all = List.of(
                new Intact(0, Head.EMPTY),
                new Intact(5, head),
                new Broken(3, Damage.GAP),
                new Broken(3, Damage.ALTERED),
                new Broken(3, Damage.UNLINKED),
                new TailCut(5, 3),
                new AnchorDiffers(5, "a", "b"),
                new AnchorMissing(5, head),
                new AnchorUnreadable(5, head, "it is empty"),
                new BreakRecorded(3, 5, head));
        assertThat(all)
                .extracting(AuditResult::sentence)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.endsWith("."));
        assertThat(all).filteredOn(AuditResult::sound).hasSize(2);
    }

    private void write(String... kinds) {
        try (Database database = Database.open(settings)) {
            for (String kind : kinds) {
                database.executions().commit(Samples.audited(Samples.entry(kind)));
            }
        }
    }

    private AuditResult verify() {
        try (Database database = Database.openForReading(settings)) {
            return AuditVerifier.verify(database.auditTrail(), database.auditAnchor());
        }
    }

    private void startFinds(AuditResult expected) {
        try (Database database = Database.open(settings)) {
            assertThat(database.auditState()).isEqualTo(expected);
            assertThat(database.auditTrail().latest(1).getFirst().entry().kind())
                    .isEqualTo("anchor_mismatch");
        }
    }

    private void startFinds(Class<? extends AuditResult> expected) {
        try (Database database = Database.open(settings)) {
            assertThat(database.auditState()).isInstanceOf(expected);
            assertThat(database.auditTrail().latest(1).getFirst().entry().kind().equals("anchor_mismatch"))
                    .isEqualTo(expected != Intact.class);
        }
    }

    private AuditRecord read(long sequence) {
        try (Database database = Database.openForReading(settings)) {
            return database.auditTrail().from(sequence, 1).getFirst();
        }
    }

    private void anchor(Head head) {
        try (AuditAnchor anchor = new AuditAnchor(settings.anchorFile())) {
            anchor.write(head);
        }
    }

    private void sql(String statement) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + settings.databaseFile());
                var it = connection.createStatement()) {
            assertThat(it.executeUpdate(statement)).isPositive();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
