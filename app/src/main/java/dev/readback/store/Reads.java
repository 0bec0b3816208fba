package dev.readback.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;

/** Queries, concurrent with writing. Thread-safe. */
final class Reads {

    private final Engine engine;
    private final Jdbi jdbi;

    Reads(Engine engine) {
        this.engine = engine;
        this.jdbi = Jdbi.create(engine.readers());
    }

    /** Asked once more when the connection turns out to be gone: the pool cannot know before, and reading twice harms nobody. */
    <T> List<T> list(RowMapper<T> mapper, String sql, Map<String, ?> arguments) {
        try {
            return once(mapper, sql, arguments);
        } catch (StoreFailure e) {
            if (e.code().equals("store_unavailable")) {
                return once(mapper, sql, arguments);
            }
            throw e;
        }
    }

    private <T> List<T> once(RowMapper<T> mapper, String sql, Map<String, ?> arguments) {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery(sql).bindMap(arguments).map(mapper).list());
        } catch (JdbiException e) {
            throw engine.explain(e);
        }
    }

    <T> Optional<T> one(RowMapper<T> mapper, String sql, Map<String, ?> arguments) {
        return list(mapper, sql, arguments).stream().findFirst();
    }
}
