package dev.roost.database;

import dev.roost.http.health.ReadinessCheck;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether PostgreSQL answers, over a connection of its own: a busy pool is no failure, nor a busy PostgreSQL. */
@Singleton
final class DatabaseCheck implements ReadinessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);
    private static final int TIMEOUT_SECONDS = 1;

    /** What a PostgreSQL says that has none left for the check; those of the pool are still good. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final DataSource database;
    private volatile boolean hasPassed = true;

    DatabaseCheck(DatasourceConfiguration settings) {
        String timeout = String.valueOf(TIMEOUT_SECONDS);
        this.database = ConnectionSource.unpooled(
                settings, Map.of("connectTimeout", timeout, "loginTimeout", timeout, "socketTimeout", timeout));
    }

    @Override
    public boolean passes() {
        boolean passes;
        String reason = "it is silent";
        try (var connection = database.getConnection()) {
            passes = connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            passes = TOO_MANY_CONNECTIONS.equals(e.getSQLState());
            reason = e.getMessage();
        }
        if (hasPassed && !passes) {
            LOG.warn("Not ready: PostgreSQL does not answer: {}", reason);
        } else if (passes && !hasPassed) {
            LOG.info("Ready: PostgreSQL answers");
        }
        hasPassed = passes;
        return passes;
    }
}
