package dev.readback.store;

/**
 * Facts about the database, for {@code doctor}.
 *
 * @param kind {@code SQLite} or {@code PostgreSQL}, with its version
 * @param location file or address, without password
 * @param schemaVersion the newest migration applied, such as {@code 1}
 * @param bytes its size on the disk
 */
public record StoreDescription(String kind, String location, String schemaVersion, long bytes) {}
