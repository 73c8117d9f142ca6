package dev.roost.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.TestDatabase;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.net.URI;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

    private final URI address = URI.create(TestDatabase.create());
    private final String database = address.getPath().substring(1);

    @Test
    void passesWhereADatabaseAnswers() {
        assertThat(check("postgres").passes()).isTrue();
    }

    @Test
    void passesWhereADatabaseHasNoMoreConnections() {
        TestDatabase.createRoleWithoutConnections("busy");

        assertThat(check("busy").passes()).isTrue();
    }

    @Test
    void failsWhereADatabaseLetsNobodyIn() {
        TestDatabase.allowConnections(database, false);

        assertThat(check("postgres").passes()).isFalse();
    }

    private DatabaseCheck check(String user) {
        var settings = new DatasourceConfiguration("default");
        settings.setUrl("jdbc:postgresql://localhost:%d/%s".formatted(address.getPort(), database));
        settings.setDriverClassName("org.postgresql.Driver");
        settings.setUsername(user);
        return new DatabaseCheck(settings);
    }
}
