package dev.roost;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a JVM, or of several, and a database of its own for each that asks. */
public final class TestDatabase {

    private static final int PORT = port();
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final AtomicInteger CREATED = new AtomicInteger();

    private TestDatabase() {}

    /** Creates an empty database and returns its address. */
    public static String create() {
        String name = "test_%d_%d".formatted(PROCESS, CREATED.incrementAndGet());
        execute("CREATE DATABASE " + name);
        return "postgres://postgres@localhost:%d/%s".formatted(PORT, name);
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
        String address = "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(PORT);
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns that of a PostgreSQL which several JVMs share, where there is one. */
    private static int port() {
        Integer shared = Integer.getInteger("test.postgres.port");
        return shared == null ? start() : shared;
    }

    private static int start() {
        try {
            return EmbeddedPostgres.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
