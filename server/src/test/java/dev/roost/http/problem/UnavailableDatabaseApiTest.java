package dev.roost.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnavailableDatabaseApiTest extends ApiTest {

    @Override
    protected Map<String, String> properties() {
        return Map.of("datasources.default.maximum-pool-size", "2");
    }

    @Test
    void answers503WhereNoConnectionIsToBeHad() throws SQLException {
        String token = accounts.create().token();

        try (Connection one = connection();
                Connection other = connection()) {
            Answer answer = get("/api/v1/products", token);

            assertThat(one.isClosed() || other.isClosed()).isFalse();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.member("type")).isEqualTo("/problems#unavailable");
        }
        assertThat(get("/api/v1/products", token).status()).isEqualTo(200);
    }
}
