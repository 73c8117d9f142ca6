package dev.roost.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.TestDatabase;
import dev.roost.configuration.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of visits when the service ends. */
class VisitsTest {

    @Test
    void areWrittenBeforeTheServiceIsGone() throws Exception {
        var variables = Map.of(
                "DATABASE_URL",
                TestDatabase.create(),
                "JWT_SECRET",
                "a-secret-of-the-tests-and-of-nothing-else",
                "POLKA_KEY",
                "a-key-of-the-tests",
                "PORT",
                "0");
        var properties = new HashMap<>(Settings.of(variables, Path.of("")).properties());
        properties.put("datasources.default.maximum-pool-size", 2);
        properties.put("datasources.default.connection-timeout", 250);

        try (var context = ApplicationContext.run(properties)) {
            var database = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
            try (var one = database.getConnection();
                    var other = database.getConnection()) {
                assertThat(one.isClosed() || other.isClosed()).isFalse();
                context.getBean(Visits.class).count();
                Thread.sleep(500); // The writer has found no connection and has given up.
            }
        }

        try (var context = ApplicationContext.run(properties)) {
            assertThat(context.getBean(Visits.class).total()).isEqualTo(1);
        }
    }
}
