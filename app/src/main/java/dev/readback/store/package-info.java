/**
 * Where everything is kept: the database, its migrations, grouped commits. Enter at {@link dev.readback.store.Database}. The only place that knows SQLite
 * from PostgreSQL; named by nobody but the composition root.
 */
@NullMarked
package dev.readback.store;

import org.jspecify.annotations.NullMarked;
