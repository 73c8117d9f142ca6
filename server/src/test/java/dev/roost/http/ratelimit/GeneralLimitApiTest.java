package dev.roost.http.ratelimit;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test comes from addresses of its own, through a trusted proxy. */
class GeneralLimitApiTest extends ApiTest {

    private static final String CHIRPS = "/api/chirps?limit=1";

    @Inject
    private ManualClock clock;

    @Override
    protected Map<String, String> settings() {
        return Map.of("RATE_LIMIT_PER_MINUTE", "5", "TRUSTED_PROXIES", "127.0.0.1,::1");
    }

    @Override
    protected Map<String, String> properties() {
        return Map.of("test.manual-clock", "true");
    }

    @Test
    void letsThroughExactlyTheLimitHoweverParallel() {
        List<Integer> statuses =
                inThreads(20, 40, i -> send(from("192.0.2.1", CHIRPS)).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(35);
    }

    @Test
    void tellsHowMuchIsLeftAndWhenToComeBack() {
        Answer first = send(from("192.0.2.2", CHIRPS));
        assertThat(rateLimit(first)).containsExactly("5", "4", "60");
        exhaust("192.0.2.2");
        clock.advance(Duration.ofMillis(1_500));

        Answer refused = send(from("192.0.2.2", CHIRPS));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.member("type")).isEqualTo("/problems#too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("59");
        assertThat(rateLimit(refused)).containsExactly("5", "0", "59");

        clock.advance(Duration.ofSeconds(58));
        assertThat(send(from("192.0.2.2", CHIRPS)).status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(1));
        assertThat(send(from("192.0.2.2", CHIRPS)).status()).isEqualTo(200);
    }

    @Test
    void countsAnAccountWhereverItComesFrom() {
        String one = accounts.create().token();
        String another = accounts.create().token();
        for (int i = 0; i < 5; i++) {
            assertThat(statusFrom("192.0.2." + (10 + i), one)).isEqualTo(200);
        }

        assertThat(statusFrom("192.0.2.15", one)).isEqualTo(429);
        assertThat(statusFrom("192.0.2.15", another)).isEqualTo(200);
        assertThat(rateLimit(send(from("192.0.2.15", CHIRPS)))).containsExactly("5", "4", "60");
    }

    @Test
    void countsARefusedAccessTokenAgainstTheAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(statusFrom("192.0.2.20", "no token of ours " + i)).isEqualTo(401);
        }

        assertThat(statusFrom("192.0.2.20", "no token of ours")).isEqualTo(429);
        assertThat(send(from("192.0.2.20", CHIRPS)).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, 198.51.100.1",
        "PUT, /api/chirps, 405, 198.51.100.2",
        "GET, /api/chirps/, 404, 198.51.100.3",
        "GET, /api/chirps?%00, 400, 198.51.100.4",
        "POST, /api/login, 400, 198.51.100.5",
        "GET, /app/, 200, 198.51.100.6",
        "GET, /admin/metrics, 200, 198.51.100.7",
        "POST, /api/polka/webhooks, 401, 198.51.100.8"
    })
    void countsWhateverComesOfIt(String method, String path, int status, String address) {
        HttpRequest.Builder request = from(address, path).method(method, BodyPublishers.noBody());
        for (int left = 4; left >= 0; left--) {
            var answer = exchange(request);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("RateLimit-Remaining")).contains(String.valueOf(left));
        }

        assertThat(exchange(request).statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/healthz", "/livez", "/readyz"})
    void doesNotCountWhatAsksWhetherTheServiceIsAlive(String path) {
        for (int i = 0; i < 6; i++) {
            var answer = exchange(from("192.0.2.30", path));
            assertThat(answer.statusCode()).isNotEqualTo(429);
            assertThat(answer.headers().firstValue("RateLimit-Limit")).isEmpty();
        }
    }

    @Test
    void takesTheAddressesOfOneHostForOne() {
        for (int i = 0; i < 5; i++) {
            assertThat(send(from("2001:db8::" + i, CHIRPS)).status()).isEqualTo(200);
        }

        assertThat(send(from("2001:db8::ffff", CHIRPS)).status()).isEqualTo(429);
        assertThat(send(from("2001:db8:0:1::1", CHIRPS)).status()).isEqualTo(200);
    }

    @Test
    void doesNotBelieveWhatAClientWritesBeforeTheProxyDoes() {
        for (int i = 0; i < 5; i++) {
            assertThat(send(from("203.0.113.%d, 192.0.2.40".formatted(i), CHIRPS))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(send(from("203.0.113.99, 192.0.2.40", CHIRPS)).status()).isEqualTo(429);
    }

    private void exhaust(String address) {
        while (!Objects.equals(send(from(address, CHIRPS)).header("RateLimit-Remaining"), "0")) {}
    }

    private int statusFrom(String address, String token) {
        return send(from(address, "/api/v1/products").header("Authorization", "Bearer " + token))
                .status();
    }

    private HttpRequest.Builder from(String address, String path) {
        return request(path).header("X-Forwarded-For", address);
    }

    private static List<@Nullable String> rateLimit(Answer answer) {
        return Arrays.asList(
                answer.header("RateLimit-Limit"),
                answer.header("RateLimit-Remaining"),
                answer.header("RateLimit-Reset"));
    }
}
