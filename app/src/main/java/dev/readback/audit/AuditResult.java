package dev.readback.audit;

import dev.readback.audit.AuditChain.Head;

/** What became of verifying the trail. */
public sealed interface AuditResult {

    /** One sentence for a person. */
    String sentence();

    /** Whether nothing is wrong. */
    default boolean sound() {
        return this instanceof Intact;
    }

    /** Every record is as it was written, and the end is where the anchor says, or after. */
    record Intact(long count, Head head) implements AuditResult {
        @Override
        public String sentence() {
            return count == 0
                    ? "The audit trail is empty."
                    : "The audit trail is intact: " + count + " records, the newest with hash " + head.hash() + ".";
        }
    }

    /**
     * A record is not what was written.
     *
     * @param sequence the first record concerned
     */
    record Broken(long sequence, Damage what) implements AuditResult {
        @Override
        public String sentence() {
            return switch (what) {
                case ALTERED ->
                    "Record " + sequence + " of the audit trail was altered: its hash does not fit what it says.";
                case GAP -> "The audit trail has a gap: record " + sequence + " is missing.";
                case UNLINKED ->
                    "Record " + sequence
                            + " of the audit trail does not link to the one before it; one of them was replaced.";
            };
        }
    }

    /** How a record can be wrong. */
    enum Damage {
        /** Its hash is not that of its content. */
        ALTERED,
        /** It is not there. */
        GAP,
        /** Its previous hash is not the hash of the record before. */
        UNLINKED
    }

    /** The trail ends before the record the anchor names. */
    record TailCut(long expected, long found) implements AuditResult {
        @Override
        public String sentence() {
            return "The end of the audit trail is missing: the anchor names record " + expected + ", the trail ends at "
                    + found + ". Either records were deleted or an older copy of the database was put back.";
        }
    }

    /** The record the anchor names is there with another hash: the trail was written anew, or the anchor changed. */
    record AnchorDiffers(long sequence, String anchored, String found) implements AuditResult {
        @Override
        public String sentence() {
            return "Record " + sequence
                    + " of the audit trail is not the one the anchor names: the trail was rewritten or the anchor was changed.";
        }
    }

    /** The chain holds, but there is no anchor to say where it should end. */
    record AnchorMissing(long count, Head head) implements AuditResult {
        @Override
        public String sentence() {
            return "The audit trail's " + count
                    + " records fit together, but its anchor file is missing, so nobody can say whether the newest are still there.";
        }
    }

    /** The chain holds, but its anchor cannot be read. */
    record AnchorUnreadable(long count, Head head, String why) implements AuditResult {
        @Override
        public String sentence() {
            return "The audit trail's " + count + " records fit together, but its anchor file is of no use: " + why
                    + ".";
        }
    }

    /**
     * All fits now, but an earlier start found a trail that did not fit its anchor and noted so in the trail.
     *
     * @param sequence the first record that notes it
     */
    record BreakRecorded(long sequence, long count, Head head) implements AuditResult {
        @Override
        public String sentence() {
            return "The audit trail fits together now, but record " + sequence
                    + " notes that it did not fit its anchor when Readback was started then.";
        }
    }
}
