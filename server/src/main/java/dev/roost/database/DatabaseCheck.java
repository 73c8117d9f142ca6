package dev.roost.database;

import dev.roost.http.health.ReadinessCheck;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Whether PostgreSQL answers, over a connection of its own: a busy pool is no failure, nor a busy PostgreSQL. */
@Singleton
final class DatabaseCheck implements ReadinessCheck {

    private static final int TIMEOUT_SECONDS = 1;

    /** What a PostgreSQL says that has none left for the check; those of the pool are still good. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final DataSource database;

    DatabaseCheck(DatasourceConfiguration settings) {
        String timeout = String.valueOf(TIMEOUT_SECONDS);
        this.database = ConnectionSource.unpooled(
                settings, Map.of("connectTimeout", timeout, "loginTimeout", timeout, "socketTimeout", timeout));
    }

    @Override
    public boolean passes() {
        try (var connection = database.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return TOO_MANY_CONNECTIONS.equals(e.getSQLState());
        }
    }
}
