package dev.roost;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database of the service under test, outside of any transaction of its. */
@Singleton
public final class TestSql {

    private final DataSource database;

    TestSql(DataSource database) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    /** Returns a connection of the service's pool. */
    public Connection connection() throws SQLException {
        return database.getConnection();
    }

    /** Returns the one value that a query finds. */
    public Object query(String sql) {
        try (var connection = connection();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getObject(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes what is kept. */
    public void execute(String sql) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
