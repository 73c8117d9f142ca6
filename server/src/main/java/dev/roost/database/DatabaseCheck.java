package dev.roost.database;

import dev.roost.http.health.ReadinessCheck;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Whether PostgreSQL answers, over a connection of its own: a busy pool is no failure. */
@Singleton
final class DatabaseCheck implements ReadinessCheck {

    private static final int TIMEOUT_SECONDS = 1;

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
            return false;
        }
    }
}
