package dev.roost;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a JVM, and a database of its own for each that asks. */
public final class TestDatabase {

    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger CREATED = new AtomicInteger();

    private TestDatabase() {}

    /** Creates an empty database and returns its address. */
    public static String create() {
        String name = "test_" + CREATED.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return "postgres://postgres@localhost:%d/%s".formatted(POSTGRES.getPort(), name);
    }

    /** Lets new connections into a database, or lets none in any more. */
    public static void allowConnections(String name, boolean areAllowed) {
        execute("ALTER DATABASE %s ALLOW_CONNECTIONS %b".formatted(name, areAllowed));
    }

    /** Creates a role that may log in, but has no connections left. */
    public static void createRoleWithoutConnections(String name) {
        execute("CREATE ROLE %s LOGIN CONNECTION LIMIT 0".formatted(name));
    }

    private static void execute(String sql) {
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
