package dev.roost;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.pitest.mutationtest.commandline.MutationCoverageReport;

/**
 * Runs PIT beside a PostgreSQL that all of PIT's processes share. PIT ends a process without letting it stop what it has
 * started: one of its own would outlive each of them.
 */
final class MutationRun {

    private static final long PAUSE_NANOS = 20_000_000_000L;

    private final EmbeddedPostgres postgres;

    private MutationRun(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Takes the arguments of PIT's command line, with {@code {port}} for that of the PostgreSQL. Fails where the tests are
     * weaker than these ask for.
     */
    public static void main(String[] arguments) throws IOException {
        try (var postgres = EmbeddedPostgres.start()) {
            Thread.ofPlatform().daemon().start(new MutationRun(postgres)::dropUnused);
            String port = String.valueOf(postgres.getPort());
            MutationCoverageReport.main(Arrays.stream(arguments)
                    .map(argument -> argument.replace("{port}", port))
                    .toArray(String[]::new));
        }
    }

    /** Drops the databases that nobody has used for a while: each start of the service leaves one behind. */
    private void dropUnused() {
        Set<String> before = Set.of();
        while (true) {
            before = dropUnused(before);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private Set<String> dropUnused(Set<String> before) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            Set<String> names = unused(connection);
            for (String name : names) {
                if (before.contains(name)) {
                    statement.execute("DROP DATABASE " + name);
                }
            }
            return names;
        } catch (SQLException e) {
            return Set.of(); // Somebody uses one after all.
        }
    }

    private static Set<String> unused(Connection connection) throws SQLException {
        String sql = """
                SELECT datname
                FROM pg_database
                WHERE datname LIKE 'test%' AND oid NOT IN (SELECT datid FROM pg_stat_activity WHERE datid IS NOT NULL)
                """;
        var names = new HashSet<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }
}
