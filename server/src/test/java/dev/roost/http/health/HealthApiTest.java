package dev.roost.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthApiTest extends ApiTest {

    @Override
    protected Map<String, String> properties() {
        return Map.of("datasources.default.maximum-pool-size", "2");
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
        try (var one = connection();
                var other = connection()) {
            assertThat(one.isClosed() || other.isClosed()).isFalse();
            assertThat(exchange(request("/api/healthz")).statusCode()).isEqualTo(200);
        }
    }
}
