package dev.readback.audit;

import dev.readback.audit.AuditAnchor.Reading;
import dev.readback.audit.AuditChain.Head;
import dev.readback.audit.AuditResult.AnchorDiffers;
import dev.readback.audit.AuditResult.AnchorMissing;
import dev.readback.audit.AuditResult.AnchorUnreadable;
import dev.readback.audit.AuditResult.BreakRecorded;
import dev.readback.audit.AuditResult.Broken;
import dev.readback.audit.AuditResult.Damage;
import dev.readback.audit.AuditResult.Intact;
import dev.readback.audit.AuditResult.TailCut;
import java.util.List;

/** Says whether a trail is what was written. */
public final class AuditVerifier {

    /** The kind of the entry that notes, at a start, that trail and anchor did not fit. */
    public static final String MISMATCH = "anchor_mismatch";

    private AuditVerifier() {}

    /** Reads the whole trail. The anchor is read first: what is written meanwhile only leaves it behind, which is sound. */
    public static AuditResult verify(AuditTrail trail, AuditAnchor anchor) {
        Walk walk = new Walk(anchor.read());
        trail.each(walk::next);
        return walk.result();
    }

    /** Reads only the newest record and the one the anchor names: what every start can afford. */
    public static AuditResult glance(AuditTrail trail, AuditAnchor anchor) {
        Reading reading = anchor.read();
        List<AuditRecord> newest = trail.latest(1);
        Walk walk = new Walk(reading);
        if (!newest.isEmpty()) {
            AuditRecord last = newest.getFirst();
            walk.lookAt(last);
            walk.startAt(last);
            if (reading instanceof Reading.Anchored anchored) {
                trail.from(anchored.head().sequence(), 1).forEach(walk::lookAt);
            }
        }
        return walk.result();
    }

    /** What was seen so far on the way along the chain. */
    private static final class Walk {
        private final Reading anchor;
        private Head head = Head.EMPTY;
        private String anchoredHash = "";
        private long noted;
        private long brokenAt;
        private Damage damage = Damage.ALTERED;

        Walk(Reading anchor) {
            this.anchor = anchor;
        }

        void next(AuditRecord record) {
            if (brokenAt > 0) {
                return;
            }
            if (record.sequence() != head.sequence() + 1) {
                broken(head.sequence() + 1, Damage.GAP);
            } else if (!record.previousHash().equals(head.hash())) {
                broken(record.sequence(), Damage.UNLINKED);
            }
            if (noted == 0 && record.entry().kind().equals(MISMATCH)) {
                noted = record.sequence();
            }
            lookAt(record);
            startAt(record);
        }

        void lookAt(AuditRecord record) {
            if (brokenAt == 0 && !AuditChain.holds(record)) {
                broken(record.sequence(), Damage.ALTERED);
            }
            if (anchor instanceof Reading.Anchored(Head at) && at.sequence() == record.sequence()) {
                anchoredHash = record.hash();
            }
        }

        void startAt(AuditRecord record) {
            head = Head.of(record);
        }

        private void broken(long sequence, Damage how) {
            brokenAt = sequence;
            damage = how;
        }

        AuditResult result() {
            return brokenAt > 0
                    ? new Broken(brokenAt, damage)
                    : switch (anchor) {
                        case Reading.Missing() ->
                            head.sequence() == 0 ? fits() : new AnchorMissing(head.sequence(), head);
                        case Reading.Unreadable(String why) -> new AnchorUnreadable(head.sequence(), head, why);
                        case Reading.Anchored(Head at) -> against(at);
                    };
        }

        private AuditResult against(Head at) {
            if (at.sequence() > head.sequence()) {
                return new TailCut(at.sequence(), head.sequence());
            }
            boolean same = at.equals(Head.EMPTY) || at.hash().equals(anchoredHash);
            return same ? fits() : new AnchorDiffers(at.sequence(), at.hash(), anchoredHash);
        }

        private AuditResult fits() {
            return noted > 0 ? new BreakRecorded(noted, head.sequence(), head) : new Intact(head.sequence(), head);
        }
    }
}
