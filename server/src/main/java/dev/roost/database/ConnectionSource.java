package dev.roost.database;

import com.zaxxer.hikari.util.DriverDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the pool gets its connections. Once there was one, it asks for the next until it has it: the pool itself would
 * ask at intervals that grow to five seconds, and find PostgreSQL so much later when that returns.
 */
final class ConnectionSource extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionSource.class);
    private static final int RETRY_MILLIS = 250;

    private volatile boolean hasConnected;
    private volatile boolean isAway;
    private volatile boolean isClosed;

    ConnectionSource(DatasourceConfiguration settings) {
        super(unpooled(settings, Map.of()));
    }

    /** Returns connections that are no pool's. Properties of the driver that stand in the URL win over these. */
    static DataSource unpooled(DatasourceConfiguration settings, Map<String, String> properties) {
        var all = new Properties();
        all.putAll(settings.getDataSourceProperties());
        all.putAll(properties);
        return new DriverDataSource(
                settings.getUrl(), settings.getDriverClassName(), all, settings.getUsername(), settings.getPassword());
    }

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                Connection connection = super.getConnection();
                hasConnected = true;
                if (isAway) {
                    isAway = false;
                    LOG.info("PostgreSQL can be reached");
                }
                return connection;
            } catch (SQLException e) {
                if (!isAway) {
                    isAway = true;
                    LOG.warn("PostgreSQL cannot be reached: {}", e.getMessage());
                }
                if (!hasConnected || isClosed) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** The pool passes on what it was configured with, as the source below was. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private static void pause(SQLException reason) throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    /** Gives up what is still being asked for. */
    void close() {
        isClosed = true;
    }
}
