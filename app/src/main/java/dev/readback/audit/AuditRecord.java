package dev.readback.audit;

/**
 * An entry in its place in the chain.
 *
 * @param sequence 1, 2, 3, … without gaps
 * @param previousHash hash of the record before; 64 zeros for the first
 * @param hash SHA-256 over previousHash, sequence and the entry in canonical form; lower-case hex
 */
public record AuditRecord(long sequence, AuditEntry entry, String previousHash, String hash) {}
