package dev.readback;

import dev.readback.audit.AuditRecord;
import dev.readback.audit.AuditResult;
import dev.readback.audit.AuditVerifier;
import dev.readback.settings.Settings;
import dev.readback.store.Database;
import dev.readback.store.StoreSettings;
import java.util.List;

/** Reads the audit trail straight from the database, whether Readback runs or not. */
public final class AuditCheck {

    private AuditCheck() {}

    public static AuditResult verify(Settings settings) {
        try (Database database = open(settings)) {
            return AuditVerifier.verify(database.auditTrail(), database.auditAnchor());
        }
    }

    /** The newest records, newest first. */
    public static List<AuditRecord> latest(Settings settings, int limit) {
        try (Database database = open(settings)) {
            return database.auditTrail().latest(limit);
        }
    }

    private static Database open(Settings settings) {
        return Database.openForReading(new StoreSettings(settings.home(), settings.database()));
    }
}
