package dev.roost.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.TestDatabase;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ConnectionSourceTest {

    private static final Duration SEVERAL_TRIES = Duration.ofMillis(800);
    private static final Duration GIVE_UP = Duration.ofSeconds(20);

    private final URI address = URI.create(TestDatabase.create());
    private final String database = address.getPath().substring(1);
    private final ConnectionSource source = new ConnectionSource(settings());

    @Test
    void failsAtOnceWhereItNeverHadAConnection() {
        TestDatabase.allowConnections(database, false);

        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
    }

    @Test
    void waitsForADatabaseThatReturns() throws Exception {
        source.getConnection().close();
        TestDatabase.allowConnections(database, false);
        var connection = CompletableFuture.supplyAsync(this::connect);
        Thread.sleep(SEVERAL_TRIES);
        assertThat(connection).isNotDone();

        TestDatabase.allowConnections(database, true);
        assertThat(connection).succeedsWithin(GIVE_UP);
        connection.join().close();
    }

    @Test
    void givesUpWhenItIsClosed() throws Exception {
        source.getConnection().close();
        TestDatabase.allowConnections(database, false);
        var connection = CompletableFuture.supplyAsync(this::connect);

        source.close();
        assertThat(connection).failsWithin(GIVE_UP).withThrowableThat().withRootCauseInstanceOf(SQLException.class);
    }

    private Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private DatasourceConfiguration settings() {
        var settings = new DatasourceConfiguration("default");
        settings.setUrl("jdbc:postgresql://localhost:%d/%s".formatted(address.getPort(), database));
        settings.setDriverClassName("org.postgresql.Driver");
        settings.setUsername(address.getUserInfo());
        return settings;
    }
}
