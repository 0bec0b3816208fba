package dev.readback.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        folder = temporary.resolve("deep/workspace");
        workspace = Workspace.open(folder);
    }

    @Test
    void the_first_start_makes_a_private_folder_with_its_files() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(workspace.files())
                .containsExactly("AGENTS.md", "MEMORY.md", "SOUL.md", "TOOLS.md", "USER.md", "skills/vps-admin.md");
        assertThat(workspace.files())
                .allSatisfy(file -> assertThat(workspace.read(file).text()).startsWith("# "));
        assertThat(folder.resolve("skills")).isDirectory();
        assertThat(folder.resolve("memory")).isDirectory();
    }

    @Test
    void a_later_start_leaves_alone_what_was_changed_and_what_was_deleted() throws IOException {
        Files.writeString(folder.resolve("USER.md"), "Ana");
        Files.delete(folder.resolve("SOUL.md"));
        Files.delete(folder.resolve("skills/vps-admin.md"));

        Workspace again = Workspace.open(folder);

        assertThat(again.read("USER.md").text()).isEqualTo("Ana");
        assertThat(again.files()).containsExactly("AGENTS.md", "MEMORY.md", "TOOLS.md", "USER.md");
    }

    @Test
    void an_older_text_of_ours_that_nobody_touched_is_replaced_by_the_newer_one() throws IOException {
        String older = """
                # You

                - Name:
                - Time zone:
                - How you like to be spoken to:
                """;
        Files.writeString(folder.resolve("USER.md"), older);
        Files.writeString(folder.resolve("SOUL.md"), older);

        Workspace again = Workspace.open(folder);

        assertThat(again.read("USER.md").text()).contains("Working hours");
        assertThat(again.read("SOUL.md").text()).isEqualTo(older);
    }

    @Test
    void a_folder_that_had_files_before_we_came_keeps_them() throws IOException {
        Path theirs = Files.createDirectories(temporary.resolve("theirs"));
        Files.writeString(theirs.resolve("AGENTS.md"), "mine");
        Files.createSymbolicLink(theirs.resolve("SOUL.md"), temporary.resolve("nowhere"));

        Workspace opened = Workspace.open(theirs);

        assertThat(opened.read("AGENTS.md").text()).isEqualTo("mine");
        assertThat(Files.isSymbolicLink(theirs.resolve("SOUL.md"))).isTrue();
        assertThat(opened.read("MEMORY.md").text()).startsWith("# ");
    }

    @Test
    void what_a_model_is_told_fits_and_keeps_short_files_whole_and_the_newest_facts() {
        workspace.write("USER.md", "- Name: Ana", Optional.empty());
        workspace.write("MEMORY.md", "- old fact\n".repeat(500) + "- newest fact", Optional.empty());

        String knowledge = workspace.knowledge(2_000);

        assertThat(knowledge).hasSizeLessThanOrEqualTo(2_000).contains("Name: Ana", "newest fact", "[…]");
        assertThat(workspace.knowledge(1_000_000))
                .contains("NEED_INPUT", "Manner")
                .doesNotContain("[…]");
        assertThat(workspace.knowledge(0)).isEmpty();
        for (int room = 1; room < 700; room += 13) {
            assertThat(workspace.knowledge(room)).hasSizeLessThanOrEqualTo(room);
        }
    }

    @Test
    void what_is_written_is_read_and_its_version_changes_with_it() throws IOException {
        Note first = workspace.write("skills/backup.md", "one ü", Optional.empty());
        Note second = workspace.write("skills/backup.md", "two", Optional.of(first.version()));

        assertThat(workspace.read("skills/backup.md")).isEqualTo(second).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("skills/backup.md"))))
                .isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(folder.resolve("skills"))) {
            assertThat(left)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactlyInAnyOrder("backup.md", "vps-admin.md");
        }
    }

    @Test
    void a_file_changed_meanwhile_is_not_overwritten() {
        Note seen = workspace.read("MEMORY.md");
        Note theirs = workspace.write("MEMORY.md", "theirs", Optional.empty());

        assertThatThrownBy(() -> workspace.write("MEMORY.md", "mine", Optional.of(seen.version())))
                .isInstanceOfSatisfying(
                        MemoryFailure.ChangedMeanwhile.class,
                        changed -> assertThat(changed.version()).isEqualTo(theirs.version()));
        assertThat(workspace.read("MEMORY.md").text()).isEqualTo("theirs");
    }

    @Test
    void a_new_file_is_not_made_over_one_that_appeared_meanwhile() {
        workspace.write("notes/new.md", "theirs", Optional.of(Note.ABSENT));

        assertThatThrownBy(() -> workspace.write("notes/new.md", "mine", Optional.of(Note.ABSENT)))
                .isInstanceOf(MemoryFailure.ChangedMeanwhile.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../out.md",
                "skills/../../out.md",
                "/etc/motd.md",
                "a/../b.md",
                "./a.md",
                "a//b.md",
                ".hidden.md",
                ".git/x.md",
                "notes.txt",
                "md",
                ".md",
                "a.md/",
                "a.md\u0000",
                "a\nb.md",
                "a\\b.md",
                "a/b/c/d/e.md",
                "x.MD"
            })
    void a_name_that_is_none_of_ours_is_refused(String file) {
        assertThatThrownBy(() -> workspace.read(file)).isInstanceOf(MemoryFailure.NameRefused.class);
        assertThatThrownBy(() -> workspace.write(file, "x", Optional.empty()))
                .isInstanceOf(MemoryFailure.NameRefused.class);
    }

    @Test
    void a_link_out_of_the_workspace_is_neither_read_nor_written_nor_listed() throws IOException {
        Path outside = Files.writeString(temporary.resolve("secret.md"), "hush-hush");
        Files.createSymbolicLink(folder.resolve("link.md"), outside);
        Files.createSymbolicLink(folder.resolve("dangling.md"), temporary.resolve("nothing.md"));
        Files.createSymbolicLink(folder.resolve("out"), temporary);

        for (String file : new String[] {"link.md", "dangling.md", "out/secret.md", "out/new.md"}) {
            assertThatThrownBy(() -> workspace.read(file)).isInstanceOf(MemoryFailure.NameRefused.class);
            assertThatThrownBy(() -> workspace.write(file, "x", Optional.empty()))
                    .isInstanceOf(MemoryFailure.NameRefused.class);
        }
        assertThat(workspace.files()).hasSize(6);
        assertThat(workspace.search("hush-hush", 10)).isEmpty();
        assertThat(outside).hasContent("hush-hush");
    }

    @Test
    void a_missing_file_is_told_from_a_bad_name() {
        assertThatThrownBy(() -> workspace.read("skills/none.md")).isInstanceOf(MemoryFailure.NotFound.class);
    }

    @Test
    void a_text_over_the_limit_is_refused_and_nothing_is_changed() {
        Note before = workspace.read("MEMORY.md");

        assertThatThrownBy(() ->
                        workspace.write("MEMORY.md", "ü".repeat(Workspace.MAX_BYTES / 2) + "x", Optional.empty()))
                .isInstanceOf(MemoryFailure.TooLarge.class);
        assertThat(workspace.read("MEMORY.md")).isEqualTo(before);
        assertThat(workspace
                        .write("MEMORY.md", "x".repeat(Workspace.MAX_BYTES), Optional.empty())
                        .text())
                .hasSize(Workspace.MAX_BYTES);
    }

    @Test
    void a_file_that_is_not_utf_8_is_read_with_what_is_wrong_replaced() throws IOException {
        Files.write(folder.resolve("odd.md"), new byte[] {'a', (byte) 0xff, 'b'});

        assertThat(workspace.read("odd.md").text()).isEqualTo("a\uFFFDb");
    }

    @Test
    void searching_finds_lines_with_every_word_lasting_notes_first_then_the_newest_day() {
        workspace.write("memory/2026-01-01.md", "# day\n- Nginx was restarted", Optional.empty());
        workspace.write("memory/2026-01-02.md", "- restarted nginx", Optional.empty());
        workspace.write("skills/web.md", "first\n  How NGINX is restarted  \nnginx only", Optional.empty());

        assertThat(workspace.search("restarted nginx", 10))
                .containsExactly(
                        new Match("skills/web.md", 2, "How NGINX is restarted"),
                        new Match("memory/2026-01-02.md", 1, "- restarted nginx"),
                        new Match("memory/2026-01-01.md", 2, "- Nginx was restarted"));
        assertThat(workspace.search("nginx", 2)).hasSize(2);
        assertThat(workspace.search(" ", 10)).isEmpty();
        assertThat(workspace.search(".*", 10)).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_made_is_said() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> Workspace.open(file.resolve("workspace")))
                .isInstanceOf(MemoryFailure.AccessFailed.class);
    }
}
