package dev.roost.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.ApiTest;
import dev.roost.TestDatabase;
import dev.roost.TestSql;
import io.micronaut.context.ApplicationContext;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationConnectionsTest {

    /** Of V3, which is migrated with one function. */
    private static final String SLOW_MIGRATION = """
            CREATE SCHEMA test;
            CREATE FUNCTION test.take_time() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_sleep(3);
            END
            $$;
            CREATE EVENT TRIGGER takes_time ON ddl_command_end WHEN TAG IN ('CREATE FUNCTION')
                EXECUTE FUNCTION test.take_time()
            """;

    @Test
    void letMigrationsTakeTheTimeThatOtherStatementsDoNotGet() throws Exception {
        String url = TestDatabase.create();
        try (var connection = DriverManager.getConnection(
                        "jdbc:" + url.replace("postgres://postgres@", "postgresql://"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(SLOW_MIGRATION);
        }
        var properties =
                ApiTest.properties(Map.of("DATABASE_URL", url, "DATABASE_STATEMENT_TIMEOUT_SEC", "1"), Map.of());

        assertThatCode(() -> {
                    try (var context = ApplicationContext.run(properties)) {
                        var sql = context.getBean(TestSql.class);
                        assertThatThrownBy(() -> sql.query("SELECT pg_sleep(3)"))
                                .hasMessageContaining("statement timeout");
                    }
                })
                .doesNotThrowAnyException();
    }
}
