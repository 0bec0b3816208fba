package dev.readback.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Links entries into a chain: each record's hash covers the entry, its number and the hash before it. Pure.
 *
 * <p><b>Canonical form.</b> One JSON object, ASCII only, no white space, members in this (alphabetical) order:
 *
 * <pre>{"at":…,"execution_id":…,"facts":{…},"kind":…,"previous_hash":…,"sequence":…,"session_id":…,"source":…}</pre>
 *
 * <ul>
 *   <li>{@code at} is the ISO-8601 time in UTC exactly as stored, such as {@code 2026-01-02T03:04:05.000000006Z};
 *   <li>{@code sequence} is a number, everything else a string; the two ids are {@code null} where there is none;
 *   <li>{@code facts} is an object of strings, its members ordered by their UTF-16 code units;
 *   <li>in strings, {@code " \ \b \f \n \r \t} are escaped by a backslash and a letter; every other UTF-16 code unit outside U+0020 to U+007E as
 *       {@code \}{@code uxxxx}, four lower-case hexadecimal digits; nothing else is escaped.
 * </ul>
 *
 * <p>The hash is the SHA-256 of those bytes, in lower-case hexadecimal. This is what Python prints for
 * {@code json.dumps(record, sort_keys=True, separators=(",", ":"))}, so a trail can be verified without Readback. Being JSON, no two different
 * entries share a form.
 */
public final class AuditChain {

    private static final String NO_HASH = "0".repeat(64);

    private AuditChain() {}

    /**
     * The end of a chain, where the next record goes.
     *
     * @param sequence number of the newest record; 0 while there is none
     * @param hash its hash; 64 zeros while there is none
     */
    public record Head(long sequence, String hash) {
        /** The head of an empty chain. */
        public static final Head EMPTY = new Head(0, NO_HASH);

        /** The head of a chain that ends in {@code record}. */
        public static Head of(AuditRecord record) {
            return new Head(record.sequence(), record.hash());
        }
    }

    /** Gives an entry its place after {@code head}. */
    public static AuditRecord link(Head head, AuditEntry entry) {
        long sequence = head.sequence() + 1;
        return new AuditRecord(sequence, entry, head.hash(), hash(sequence, head.hash(), entry));
    }

    /** Whether a record's hash is the hash of what it holds. */
    public static boolean holds(AuditRecord record) {
        return record.hash().equals(hash(record.sequence(), record.previousHash(), record.entry()));
    }

    /** The bytes that are hashed, as text. */
    public static String canonical(long sequence, String previousHash, AuditEntry entry) {
        StringBuilder out = new StringBuilder(256).append("{\"at\":");
        quote(out, entry.at().toString());
        out.append(",\"execution_id\":").append(idOrNull(entry.executionId()));
        out.append(",\"facts\":").append(canonical(entry.facts()));
        out.append(",\"kind\":");
        quote(out, entry.kind());
        out.append(",\"previous_hash\":");
        quote(out, previousHash);
        out.append(",\"sequence\":").append(sequence);
        out.append(",\"session_id\":").append(idOrNull(entry.sessionId()));
        out.append(",\"source\":");
        quote(out, entry.source());
        return out.append('}').toString();
    }

    /** The facts alone in canonical form. */
    public static String canonical(SortedMap<String, String> facts) {
        StringBuilder out = new StringBuilder().append('{');
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            if (out.length() > 1) {
                out.append(',');
            }
            quote(out, fact.getKey());
            out.append(':');
            quote(out, fact.getValue());
        }
        return out.append('}').toString();
    }

    private static String hash(long sequence, String previousHash, AuditEntry entry) {
        byte[] bytes = canonical(sequence, previousHash, entry).getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String idOrNull(Optional<UUID> id) {
        return id.map(it -> '"' + it.toString() + '"').orElse("null");
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(out, text.charAt(i));
        }
        out.append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20 || c > 0x7e) {
                    out.append("\\u").append(HexFormat.of().toHexDigits(c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
