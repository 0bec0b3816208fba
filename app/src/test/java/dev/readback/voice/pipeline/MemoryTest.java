package dev.readback.voice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    private static final long MIB = 1L << 20;

    @TempDir
    Path root;

    @Test
    void what_the_kernel_says_is_available_is_free() throws IOException {
        file("proc/meminfo", "MemTotal: 9000000 kB\nMemAvailable:    2097152 kB\n");

        assertThat(Memory.at(root).free()).hasValue(2_048 * MIB);
    }

    @Test
    void a_control_group_above_ours_may_have_less_and_kept_files_count_as_free() throws IOException {
        file("proc/meminfo", "MemAvailable:    2097152 kB\n");
        file("proc/self/cgroup", "0::/box/app\n");
        file("sys/fs/cgroup/box/app/memory.max", "max\n");
        file("sys/fs/cgroup/box/memory.max", String.valueOf(1_000 * MIB));
        file("sys/fs/cgroup/box/memory.current", String.valueOf(400 * MIB));
        file("sys/fs/cgroup/box/memory.stat", "anon 5\ninactive_file " + 100 * MIB + "\n");

        assertThat(Memory.at(root).free()).hasValue(700 * MIB);
    }

    @Test
    void where_nobody_tells_it_is_not_known_and_taken_to_be_enough() {
        assertThat(Memory.at(root).free()).isEmpty();
        assertThat(Room.in(OptionalLong.empty())).isEqualTo(Room.PLENTY);
    }

    @Test
    void the_better_models_take_more_than_the_small_ones() {
        assertThat(Room.in(OptionalLong.of(1_600 * MIB))).isEqualTo(Room.PLENTY);
        assertThat(Room.in(OptionalLong.of(1_599 * MIB))).isEqualTo(Room.LITTLE);
        assertThat(Room.in(OptionalLong.of(1_023 * MIB))).isEqualTo(Room.NONE);
    }

    private void file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
