package dev.readback.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.audit.AuditAnchor.Reading;
import dev.readback.audit.AuditChain.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditAnchorTest {

    private static final Head ONE = new Head(1, "1".repeat(64));
    private static final Head TWO = new Head(1234567890123L, "abcdef09".repeat(8));

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void file() {
        file = home.resolve("audit.anchor");
    }

    @Test
    void it_names_the_head_last_written_also_after_a_restart() throws IOException {
        assertThat(new AuditAnchor(file).read()).isEqualTo(new Reading.Missing());
        try (AuditAnchor anchor = new AuditAnchor(file)) {
            anchor.write(ONE);
            anchor.write(TWO);
            assertThat(anchor.read()).isEqualTo(new Reading.Anchored(TWO));
        }
        try (AuditAnchor again = new AuditAnchor(file)) {
            assertThat(again.read()).isEqualTo(new Reading.Anchored(TWO));
            again.write(ONE);
            assertThat(again.read()).isEqualTo(new Reading.Anchored(ONE));
        }
        assertThat(file).hasContent("readback-audit-anchor 1 00000000000000000001 " + ONE.hash() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "readback-audit-anchor 1 00000000000000000001 zz\n", "\u0000\u0000"})
    void what_is_no_anchor_is_said_to_be_unreadable_and_replaced_when_written(String content) throws IOException {
        Files.writeString(file, content);
        try (AuditAnchor anchor = new AuditAnchor(file)) {
            assertThat(anchor.read()).isInstanceOf(Reading.Unreadable.class);
            anchor.write(ONE);
            assertThat(anchor.read()).isEqualTo(new Reading.Anchored(ONE));
        }
    }

    @Test
    void a_number_too_large_and_a_line_too_many_are_unreadable() throws IOException {
        String line = "readback-audit-anchor 1 99999999999999999999 " + ONE.hash() + "\n";
        Files.writeString(file, line);
        assertThat(new AuditAnchor(file).read()).isInstanceOf(Reading.Unreadable.class);
        Files.writeString(file, line.replace('9', '0') + "more");
        assertThat(new AuditAnchor(file).read()).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void one_deleted_while_open_is_not_quietly_made_again() throws IOException {
        try (AuditAnchor anchor = new AuditAnchor(file)) {
            anchor.write(ONE);
            Files.delete(file);
            anchor.write(TWO);
            assertThat(anchor.read()).isEqualTo(new Reading.Missing());
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void a_reader_never_sees_a_line_half_written() throws Exception {
        Head other = new Head(2, "2".repeat(64));
        AtomicBoolean done = new AtomicBoolean();
        try (AuditAnchor anchor = new AuditAnchor(file)) {
            anchor.write(ONE);
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    anchor.write(other);
                    anchor.write(ONE);
                }
            });
            for (int i = 0; i < 2000; i++) {
                assertThat(new AuditAnchor(file).read()).isIn(new Reading.Anchored(ONE), new Reading.Anchored(other));
            }
            done.set(true);
            writer.join();
        }
    }

    @Test
    void one_that_cannot_be_written_fails_with_a_sentence() {
        try (AuditAnchor anchor = new AuditAnchor(home.resolve("nowhere/audit.anchor"))) {
            assertThatThrownBy(() -> anchor.write(ONE))
                    .isInstanceOf(AnchorFailure.class)
                    .hasMessageContaining("nowhere");
        }
    }
}
