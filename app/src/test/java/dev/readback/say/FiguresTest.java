package dev.readback.say;

import static dev.readback.say.Outputs.SAYER;
import static dev.readback.say.Outputs.ran;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final String DF = """
            Filesystem      Size  Used Avail Use% Mounted on
            tmpfs           1.6G  1.6G     0 100% /run
            /dev/sda2       109G   24G   80G  23% /
            /dev/loop3       64M   64M     0 100% /snap/core20/1234
            overlay         109G   94G   15G  99% /var/lib/docker/overlay2/abc/merged
            /dev/sdb1       1.8T  1.7T   90G  95% /srv/data
            /dev/sdc1       1.8T  1.5T  270G  85% /srv/media
            """;

    private static List<Figure> disks(String output) {
        return SAYER.figures(Outputs.of("disk.usage", "df -h", Map.of(), 0, output));
    }

    @Test
    void disks_come_fullest_first_and_without_what_is_no_disk() {
        assertThat(disks(DF))
                .extracting(Figure::label, Figure::level, Figure::text)
                .containsExactly(
                        tuple("/srv/data", Level.CRITICAL, "90 GB free"),
                        tuple("/srv/media", Level.WARN, "270 GB free"),
                        tuple("/", Level.OK, "80 GB free"));
    }

    @Test
    void a_file_system_in_memory_is_shown_when_it_was_asked_for() {
        List<Figure> run = SAYER.figures(Outputs.of(
                "disk.usage.path",
                "df -h /run",
                Map.of("path", "/run"),
                0,
                "Filesystem      Size  Used Avail Use% Mounted on\ntmpfs           1.6G  1.9M  1.6G   1% /run\n"));
        assertThat(run).singleElement().returns("/run", Figure::label);
    }

    @Test
    void every_form_of_df_is_read() {
        for (String output : List.of(
                "Filesystem     Type  Size  Used Avail Use% Mounted on\n/dev/sda2      ext4  109G   24G   80G  23% /\n",
                """
                Filesystem           1K-blocks      Used Available Use% Mounted on
                /dev/mapper/a-very-long-name-indeed
                                     114294784  25165824  83886080  23% /
                """,
                "Dateisystem    Größe Benutzt Verf. Verw% Eingehängt auf\n/dev/sda2       109G     24G   80G   23% /\n",
                "Filesystem     1024-blocks     Used Available Capacity Mounted on\n/dev/sda2 114294784 25165824 83886080 23% /\n")) {
            assertThat(disks(output)).singleElement().returns("80 GB free", Figure::text);
        }
    }

    @Test
    void memory_is_judged_by_what_is_available() {
        String free = """
                               total        used        free      shared  buff/cache   available
                Mem:            15Gi        14Gi       210Mi       310Mi       801Mi       700Mi
                Swap:          2.0Gi       512Mi       1.5Gi
                """;
        assertThat(SAYER.figures(Outputs.of("memory.usage", "free -h", Map.of(), 0, free)))
                .extracting(Figure::label, Figure::level)
                .containsExactly(tuple("Memory", Level.CRITICAL), tuple("Swap", Level.OK));
    }

    @Test
    void what_has_no_amounts_has_no_figures() {
        assertThat(SAYER.figures(ran("ls", 0, DF))).isEmpty();
        assertThat(disks("no disks at all")).isEmpty();
    }

    @Test
    void there_are_at_most_eight() {
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "/dev/sd" + i + " 10G 5G 5G " + i % 100 + "% /mnt/" + i)
                .collect(Collectors.joining("\n"));
        assertThat(disks(many)).hasSize(8).allMatch(figure -> figure.level() == Level.CRITICAL);
    }
}
