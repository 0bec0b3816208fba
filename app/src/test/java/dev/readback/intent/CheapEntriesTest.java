package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be run before it is asked for: reviewed by hand, and held here to a short list of programs. */
class CheapEntriesTest {

    /** Each of these only looks, soon ends, and neither uses the network nor walks through files. */
    private static final Set<String> PROGRAMS = words("""
            cat date df docker findmnt free groups head hostname hostnamectl id ip journalctl loginctl ls lsblk lscpu lsmem lsmod
            nproc openssl pgrep ps pstree pwd ss swapon sysctl systemctl tail timedatectl uname uptime users w which whoami zramctl
            """);

    /** With these words they would change something, use the network, or not end. */
    private static final Set<String> NEVER = words("""
            start stop restart reload enable disable mask set-default kill pull push rm run exec stats logs build login search -f --follow -R
            """);

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    static Stream<Entry> cheap() {
        return Phrasebook.shipped().entries().stream().filter(Entry::cheap);
    }

    @ParameterizedTest
    @MethodSource("cheap")
    void what_is_cheap_uses_reviewed_programs_only(Entry entry) {
        assertThat(entry.changes()).isFalse();
        List<String> lines = entry.examples().stream()
                .flatMap(example -> example.command().stream())
                .toList();
        assertThat(lines).as(entry.id() + " has an example").isNotEmpty();
        for (String line : lines) {
            for (String part : line.split("\\||;|&&")) {
                List<String> words = Arrays.asList(part.strip().split("\\s+"));
                assertThat(PROGRAMS).as(line).contains(words.getFirst());
                assertThat(words).as(line).doesNotContainAnyElementsOf(NEVER);
                reviewed(line, words);
            }
        }
    }

    private static void reviewed(String line, List<String> words) {
        switch (words.getFirst()) {
            case "journalctl" -> assertThat(words).as(line).contains("-n");
            case "cat" ->
                assertThat(words.getLast())
                        .as(line)
                        .matches("/etc/(fstab|hosts|resolv.conf|os-release)|/proc/\\w+|/run/systemd/.*");
            case "ls" -> assertThat(words.getLast()).as(line).isEqualTo("/run/reboot-required");
            case "tail" -> assertThat(words.getLast()).as(line).startsWith("/var/log/");
            case "date", "hostname" -> assertThat(words).as(line).isSubsetOf("date", "hostname", "-u");
            case "openssl" -> assertThat(words).as(line).containsExactly("openssl", "version");
            default -> {}
        }
    }

    @Test
    void there_are_some_and_what_is_not_there_is_none() {
        assertThat(cheap().count()).isBetween(80L, 130L);
        Phrasebook book = Phrasebook.shipped();
        assertThat(book.cheap("disk.usage")).isTrue();
        assertThat(book.cheap("service.restart")).isFalse();
        assertThat(book.cheap("model.command")).isFalse();
    }

    @Test
    void what_changes_something_is_never_cheap() {
        PhrasebookFile wrong = new PhrasebookFile("own.yaml", """
                domain: own
                entries:
                  - id: own.wipe
                    phrases: [wipe it all clean]
                    command: truncate -s 0 /srv/data
                    changes: true
                    cheap: true
                """);
        assertThatThrownBy(() -> Phrasebook.load(List.of(wrong)))
                .isInstanceOf(PhrasebookException.class)
                .hasMessageContaining("never cheap");
    }
}
