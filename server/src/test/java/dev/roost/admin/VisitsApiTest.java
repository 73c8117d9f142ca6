package dev.roost.admin;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitsApiTest extends ApiTest {

    private static final Pattern COUNT = Pattern.compile("<p>Chirpy has been visited (\\d+) times!</p>");

    private long before;

    @Override
    protected Map<String, String> properties() {
        return Map.of("datasources.default.maximum-pool-size", "2", "datasources.default.connection-timeout", "250");
    }

    @BeforeEach
    void remember() {
        before = visits();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /app/",
        "GET, /app/index.html",
        "HEAD, /app/",
        "GET, /app/nothing",
        "GET, /app/%fc",
        "POST, /app/",
        "DELETE, /app/nothing"
    })
    void countsEveryRequestBelowAppWhateverComesOfIt(String method, String path) {
        exchange(request(path).method(method, BodyPublishers.noBody()));

        assertThat(visits()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app", "/apple", "/", "/admin/metrics", "/api/healthz", "/api/app/"})
    void countsNothingElse(String path) {
        exchange(request(path));

        assertThat(visits()).isEqualTo(before);
    }

    @Test
    void countsExactlyHoweverManyComeAtOnce() {
        assertThat(inThreads(20, 100, i -> exchange(request("/app/style.css")).statusCode()))
                .containsOnly(200);
        assertThat(visits()).isEqualTo(before + 100);
    }

    @Test
    void loseNoneWhileTheDatabaseIsAwayAndDoNotWaitForIt() throws Exception {
        try (var one = connection();
                var other = connection()) {
            assertThat(one.isClosed() || other.isClosed()).isFalse();
            for (int i = 0; i < 10; i++) {
                assertThat(exchange(request("/app/")).statusCode()).isEqualTo(200);
            }
            assertThat(get("/admin/metrics", null).status()).isEqualTo(503);
        }

        assertThat(visits()).isEqualTo(before + 10);
    }

    @Test
    void areInTheDatabaseWithoutAnybodyAsking() throws Exception {
        exchange(request("/app/"));

        for (int i = 0; i < 100 && total() == before; i++) {
            Thread.sleep(20);
        }
        assertThat(total()).isEqualTo(before + 1);
    }

    private long visits() {
        var count = COUNT.matcher(exchange(request("/admin/metrics")).body());
        assertThat(count.find()).isTrue();
        return Long.parseLong(count.group(1));
    }

    private long total() {
        return (long) query("SELECT total FROM visits");
    }
}
