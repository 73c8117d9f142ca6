package dev.roost.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthApiTest extends ApiTest {

    @Inject
    private DataSource database;

    @Override
    public Map<String, String> getProperties() {
        var properties = new HashMap<>(super.getProperties());
        properties.put("datasources.default.maximum-pool-size", "2");
        return properties;
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/plain", "application/json", "text/html"})
    void isOkToEverybody(String accept) {
        var response = exchange(request("/api/healthz").header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(response.body()).isEqualTo("OK");
    }

    @Test
    void needsNoDatabase() throws SQLException {
        try (var one = DelegatingDataSource.unwrapDataSource(database).getConnection();
                var other = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
            assertThat(one.isClosed() || other.isClosed()).isFalse();
            assertThat(exchange(request("/api/healthz")).statusCode()).isEqualTo(200);
        }
    }
}
