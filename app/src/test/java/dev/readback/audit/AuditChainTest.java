package dev.readback.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.audit.AuditChain.Head;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.123456789Z");
    private static final String ODD = "a\u0000b\u0001\t\r\n\"'\\%\u007f\u0080 ж 👩\u200d💻 \u202e \uffff";

    private static AuditEntry entry(Map<String, String> facts) {
        return new AuditEntry(AT, "judged", "text", Optional.of(new UUID(1, 2)), Optional.empty(), sorted(facts));
    }

    private static SortedMap<String, String> sorted(Map<String, String> facts) {
        return new TreeMap<>(facts);
    }

    /** Both values are what Python's json.dumps and hashlib.sha256 make of the same record. */
    @Test
    void another_program_finds_the_same_form_and_hash() {
        AuditEntry entry = entry(Map.of("command", "rm " + ODD, "verdict", "confirm", "lone", "\ud83d half"));
        assertThat(AuditChain.canonical(1, Head.EMPTY.hash(), entry))
                .isEqualTo(
                        "{\"at\":\"2026-03-04T05:06:07.123456789Z\",\"execution_id\":null,\"facts\":{\"command\":\"rm"
                                + " a\\u0000b\\u0001\\t\\r\\n\\\"'\\\\%\\u007f\\u0080 \\u0436"
                                + " \\ud83d\\udc69\\u200d\\ud83d\\udcbb \\u202e \\uffff\",\"lone\":\"\\ud83d half\","
                                + "\"verdict\":\"confirm\"},\"kind\":\"judged\",\"previous_hash\":\"" + "0".repeat(64)
                                + "\",\"sequence\":1,\"session_id\":\"00000000-0000-0001-0000-000000000002\",\"source\":\"text\"}");
        assertThat(AuditChain.link(Head.EMPTY, entry).hash())
                .isEqualTo("8ed27913b51d9f84ce94db129bcf0a7fb1b111a9c4c4f23068f1f9d185b056cd");
    }

    @Test
    void records_are_numbered_from_one_and_name_the_hash_before() {
        AuditRecord first = AuditChain.link(Head.EMPTY, entry(Map.of()));
        AuditRecord second = AuditChain.link(Head.of(first), entry(Map.of()));
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previousHash()).isEqualTo("0".repeat(64));
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(AuditChain.holds(first)).isTrue();
        assertThat(AuditChain.holds(new AuditRecord(2, first.entry(), first.previousHash(), first.hash())))
                .isFalse();
    }

    /** Pairs that a careless form would confuse. */
    @Test
    void no_two_different_entries_share_a_form() {
        List<AuditEntry> entries = List.of(
                entry(Map.of()),
                entry(Map.of("", "")),
                entry(Map.of("a", "b\",\"c\":\"d")),
                entry(Map.of("a", "b", "c", "d")),
                entry(Map.of("a", "null")),
                entry(Map.of("a", "\\u0041")),
                entry(Map.of("a", "A")),
                entry(Map.of("a", "\\A")),
                new AuditEntry(AT, "judged\",\"x\":\"", "text", Optional.empty(), Optional.empty(), sorted(Map.of())),
                new AuditEntry(AT, "judged", "text", Optional.empty(), Optional.of(new UUID(1, 2)), sorted(Map.of())),
                new AuditEntry(
                        AT.plusNanos(1), "judged", "text", Optional.empty(), Optional.empty(), sorted(Map.of())));
        Set<String> forms = new HashSet<>();
        entries.forEach(it -> forms.add(AuditChain.canonical(1, Head.EMPTY.hash(), it)));
        assertThat(forms).hasSameSizeAs(entries);
    }
}
