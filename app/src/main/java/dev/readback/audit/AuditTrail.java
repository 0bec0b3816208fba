package dev.readback.audit;

import java.util.List;
import java.util.function.Consumer;

/** Reads the record. Writing happens with the change it tells of, in the same transaction. */
public interface AuditTrail {

    /** At most {@code limit} records from {@code sequence} on, oldest first. */
    List<AuditRecord> from(long sequence, int limit);

    /** The newest {@code limit} records, newest first. */
    List<AuditRecord> latest(int limit);

    /** Hands over every record, oldest first, without holding them all in memory. */
    void each(Consumer<AuditRecord> consumer);
}
