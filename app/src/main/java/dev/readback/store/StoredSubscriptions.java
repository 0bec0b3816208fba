package dev.readback.store;

import dev.readback.notify.Subscription;
import dev.readback.notify.Subscriptions;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;

/** The browsers that want to be told. */
final class StoredSubscriptions implements Subscriptions {

    private static final RowMapper<Subscription> SUBSCRIPTION =
            (row, context) -> Documents.read(row.getString("record"), Subscription.class);

    private final Reads reads;
    private final StoredExecutions.Commits commits;

    StoredSubscriptions(Reads reads, StoredExecutions.Commits commits) {
        this.reads = reads;
        this.commits = commits;
    }

    @Override
    public void keep(Subscription subscription) {
        String record = Documents.write(subscription);
        commits.commit(transaction -> transaction.update("""
                INSERT INTO push_subscription (id, at, record) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET at = excluded.at, record = excluded.record""", subscription.id(), Nanos.of(subscription.at()), record));
    }

    @Override
    public void end(String id) {
        commits.commit(transaction -> transaction.update("DELETE FROM push_subscription WHERE id = ?", id));
    }

    @Override
    public List<Subscription> all() {
        return reads.list(SUBSCRIPTION, "SELECT record FROM push_subscription ORDER BY at, id", Map.of());
    }
}
