package dev.readback.store;

import dev.readback.execution.Notice;
import dev.readback.notify.Delivery;
import dev.readback.notify.Outbox;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** What is to be told, and how far each channel has come with it. */
final class StoredOutbox implements Outbox {

    private static final RowMapper<Notice> NOTICE =
            (row, context) -> Documents.read(row.getString("record"), Notice.class);
    private static final RowMapper<DeliveryRow> DELIVERY = (row, context) -> new DeliveryRow(
            row.getString("notice_id"),
            row.getString("channel"),
            row.getInt("attempts"),
            Nanos.instant(row.getLong("begun_at")),
            Nanos.instant(row.getLong("due_at")),
            Optional.ofNullable(row.getString("why")));
    private static final RowMapper<Instant> MOMENT = (row, context) -> Nanos.instant(row.getLong("moment"));

    private final Reads reads;
    private final StoredExecutions.Commits commits;

    StoredOutbox(Reads reads, StoredExecutions.Commits commits) {
        this.reads = reads;
        this.commits = commits;
    }

    private record DeliveryRow(
            String notice, String channel, int attempts, Instant begunAt, Instant dueAt, Optional<String> why) {}

    @Override
    public List<Notice> undecided() {
        return reads.list(NOTICE, "SELECT record FROM outbox WHERE told_with IS NULL ORDER BY number", Map.of());
    }

    @Override
    public void forget(Collection<UUID> notices) {
        commits.commit(transaction -> {
            for (UUID id : notices) {
                transaction.update("DELETE FROM outbox WHERE id = ? AND told_with IS NULL", id.toString());
            }
        });
    }

    @Override
    public void send(List<Notice> together, List<String> channels, Instant now) {
        String lead = together.getFirst().id().toString();
        commits.commit(transaction -> {
            for (Notice notice : together) {
                transaction.update(
                        "UPDATE outbox SET told_with = ? WHERE id = ?",
                        lead,
                        notice.id().toString());
            }
            for (String channel : channels) {
                transaction.update("""
                        INSERT INTO delivery (notice_id, channel, state, begun_at, due_at, attempts)
                        VALUES (?, ?, 'waiting', ?, ?, 0) ON CONFLICT (notice_id, channel) DO NOTHING""", lead, channel, Nanos.of(now), Nanos.of(now));
            }
        });
    }

    @Override
    public List<Delivery> waiting() {
        return deliveries("WHERE state = 'waiting' ORDER BY due_at", Map.of());
    }

    @Override
    public List<Delivery> givenUp(Instant since, int limit) {
        return deliveries(
                "WHERE state = 'given_up' AND settled_at >= :since ORDER BY settled_at DESC LIMIT :limit",
                Map.of("since", Nanos.of(since), "limit", limit));
    }

    @Override
    public List<Instant> sentSince(Instant moment) {
        return reads.list(MOMENT, """
                SELECT MIN(begun_at) AS moment FROM delivery WHERE begun_at > :since
                GROUP BY notice_id ORDER BY moment""", Map.of("since", Nanos.of(moment)));
    }

    @Override
    public void delivered(Delivery delivery, Optional<String> ref, Instant at) {
        update(delivery, "state = 'delivered', settled_at = ?, ref = ?", Nanos.of(at), ref);
    }

    @Override
    public void later(Delivery delivery, String why, Instant next) {
        update(delivery, "attempts = attempts + 1, why = ?, due_at = ?", why, Nanos.of(next));
    }

    @Override
    public void givenUp(Delivery delivery, String why, Instant at) {
        update(delivery, "state = 'given_up', settled_at = ?, why = ?", Nanos.of(at), why);
    }

    @Override
    public void superseded(Delivery delivery, Instant at) {
        update(delivery, "state = 'superseded', settled_at = ?", Nanos.of(at));
    }

    @Override
    public List<Notice> told(String channel, String ref) {
        return reads.list(NOTICE, """
                SELECT record FROM outbox WHERE told_with IN
                    (SELECT notice_id FROM delivery WHERE channel = :channel AND ref = :ref) ORDER BY number""", Map.of("channel", channel, "ref", ref));
    }

    @Override
    public void again(String channel, String ref, Instant now) {
        commits.commit(transaction -> transaction.update("""
                UPDATE delivery SET state = 'waiting', due_at = ?, settled_at = NULL, ref = NULL
                WHERE channel = ? AND ref = ? AND state = 'delivered'""", Nanos.of(now), channel, ref));
    }

    @Override
    public void lost(String channel, String ref, String why, Instant at) {
        commits.commit(transaction -> transaction.update("""
                UPDATE delivery SET state = 'given_up', settled_at = ?, why = ?
                WHERE channel = ? AND ref = ? AND state = 'delivered'""", Nanos.of(at), why, channel, ref));
    }

    @Override
    public boolean heard(String channel, String messageId) {
        return reads.one(
                        MOMENT,
                        "SELECT at AS moment FROM heard WHERE channel = :channel AND message_id = :id",
                        Map.of("channel", channel, "id", messageId))
                .isPresent();
    }

    @Override
    public void hear(String channel, String messageId, Instant at) {
        commits.commit(transaction -> transaction.update("""
                INSERT INTO heard (channel, message_id, at) VALUES (?, ?, ?)
                ON CONFLICT (channel, message_id) DO NOTHING""", channel, messageId, Nanos.of(at)));
    }

    @Override
    public Optional<Instant> lastHeard(String channel) {
        return reads.one(
                MOMENT,
                "SELECT at AS moment FROM heard WHERE channel = :channel ORDER BY at DESC LIMIT 1",
                Map.of("channel", channel));
    }

    /** Deletes what was told, and heard, before a moment. What still waits stays. */
    static void trim(Transaction transaction, Instant before) throws SQLException {
        long moment = Nanos.of(before);
        transaction.update("DELETE FROM delivery WHERE settled_at < ?", moment);
        transaction.update("""
                DELETE FROM outbox WHERE at < ? AND told_with IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.notice_id = outbox.told_with)""", moment);
        transaction.update("DELETE FROM heard WHERE at < ?", moment);
    }

    private void update(Delivery delivery, String set, Object... values) {
        Object[] arguments = java.util.Arrays.copyOf(values, values.length + 2);
        arguments[values.length] = delivery.id().toString();
        arguments[values.length + 1] = delivery.channel();
        commits.commit(transaction -> transaction.update(
                "UPDATE delivery SET " + set + " WHERE notice_id = ? AND channel = ? AND state = 'waiting'",
                arguments));
    }

    private List<Delivery> deliveries(String where, Map<String, ?> arguments) {
        String sql = "SELECT notice_id, channel, attempts, begun_at, due_at, why FROM delivery " + where;
        return reads.list(DELIVERY, sql, arguments).stream().map(this::whole).toList();
    }

    private Delivery whole(DeliveryRow row) {
        List<Notice> notices = reads.list(
                NOTICE,
                "SELECT record FROM outbox WHERE told_with = :lead ORDER BY CASE WHEN id = :lead THEN 0 ELSE 1 END, number",
                Map.of("lead", row.notice()));
        return new Delivery(notices, row.channel(), row.attempts(), row.begunAt(), row.dueAt(), row.why());
    }
}
