package dev.roost.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeApiTest extends ApiTest {

    @Override
    protected Map<String, String> settings() {
        return Map.of("DATABASE_POOL_SIZE", "2");
    }

    @ParameterizedTest
    @CsvSource({"/livez, */*", "/livez, application/json", "/readyz, */*", "/readyz, text/html"})
    void areOkToEverybody(String path, String accept) {
        var response = exchange(request(path).header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(response.body()).isEqualTo("OK");
    }

    @Test
    void areOkWhileThePoolIsBusy() throws Exception {
        try (var one = connection();
                var other = connection()) {
            assertThat(one.isClosed() || other.isClosed()).isFalse();
            assertThat(exchange(request("/livez")).statusCode()).isEqualTo(200);
            assertThat(exchange(request("/readyz")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellApartALivingProcessAndAServiceWithoutItsDatabase() throws Exception {
        String database = query("SELECT current_database()").toString();
        TestDatabase.allowConnections(database, false);
        try {
            awaitReadiness(503);
            Answer answer = get("/readyz", null);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.member("detail")).isEqualTo("the service cannot answer right now; try again");
            assertThat(exchange(request("/livez")).statusCode()).isEqualTo(200);
        } finally {
            TestDatabase.allowConnections(database, true);
        }

        awaitReadiness(200);
    }

    /** What was found out is the answer for a second. */
    private void awaitReadiness(int status) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (exchange(request("/readyz")).statusCode() == status) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("readiness is not " + status);
    }
}
