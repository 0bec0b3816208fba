package dev.readback.voice.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made by GNU tar. */
class TarballTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ustar", "gnu", "pax", "v7", "oldgnu"})
    void every_plain_file_is_read_with_its_name_and_content(String format) throws Exception {
        Map<String, String> files = Map.of(
                "package/empty", "",
                "package/a/of a block", "x".repeat(512),
                "package/a/of some blocks", "y".repeat(70_001));
        write(files);
        Files.createSymbolicLink(folder.resolve("in/package/link"), Path.of("/etc/passwd"));

        assertThat(read(archive("--format=" + format))).isEqualTo(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ustar", "gnu", "pax"})
    void long_names_are_read_whole(String format) throws Exception {
        Map<String, String> files = Map.of("package/" + "long/".repeat(20) + "n".repeat(90), "z", "package/short", "s");
        write(files);

        assertThat(read(archive("--format=" + format))).isEqualTo(files);
    }

    @Test
    void a_name_that_leads_out_is_told_as_it_is_and_nothing_is_written_by_it() throws Exception {
        write(Map.of("package/evil", "e"));
        Path archive = archive("--transform=s,package/evil,../../evil,", "-P");

        assertThat(read(archive)).containsOnlyKeys("../../evil");
        assertThat(folder.resolve("../evil")).doesNotExist();
    }

    @Test
    void an_archive_that_ends_too_early_is_an_error() throws Exception {
        write(Map.of("package/file", "f".repeat(100_000)));
        Path whole = folder.resolve("whole.tar");
        FakeNpm.run("tar", "-C", folder.resolve("in").toString(), "-cf", whole.toString(), "package");
        Path cut = folder.resolve("cut.tar");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(whole), 50_000));
        FakeNpm.run("gzip", cut.toString());

        assertThatThrownBy(() -> read(folder.resolve("cut.tar.gz"))).isInstanceOf(IOException.class);
    }

    private void write(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve("in").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private Path archive(String... flags) throws Exception {
        Path archive = folder.resolve("archive.tgz");
        java.util.List<String> words = new java.util.ArrayList<>(java.util.List.of("tar"));
        words.addAll(java.util.List.of(flags));
        words.addAll(java.util.List.of("-C", folder.resolve("in").toString(), "-czf", archive.toString(), "package"));
        FakeNpm.run(words.toArray(String[]::new));
        return archive;
    }

    private static Map<String, String> read(Path archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Tarball tarball = new Tarball(archive)) {
            Optional<Tarball.Member> member = tarball.next();
            while (member.isPresent()) {
                String content = new String(tarball.content().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(content.length()).isEqualTo((int) member.get().bytes());
                files.put(member.get().name(), content);
                member = tarball.next();
            }
        }
        return files;
    }
}
