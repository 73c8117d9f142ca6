package dev.roost.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.TestSql;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionSourcesTest {

    @Test
    void boundStatementsAtBothEnds() throws Exception {
        var properties = ApiTest.properties(Map.of("DATABASE_STATEMENT_TIMEOUT_SEC", "7"), Map.of());
        try (var context = ApplicationContext.run(properties)) {
            var sql = context.getBean(TestSql.class);

            assertThat(sql.query("SHOW statement_timeout")).isEqualTo("7s");
            assertThat(sql.query("SHOW idle_in_transaction_session_timeout")).isEqualTo("7s");
            try (var connection = sql.connection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(8_000);
            }
        }
    }
}
