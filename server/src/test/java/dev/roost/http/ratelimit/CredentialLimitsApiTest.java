package dev.roost.http.ratelimit;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialLimitsApiTest extends ApiTest {

    private static final String REGISTER = "/api/v1/auth/register";
    private static final String LOGIN = "/api/v1/auth/login";

    /** Every request is from another address, unless a test says which. */
    private final AtomicInteger address = new AtomicInteger();

    @Inject
    private ManualClock clock;

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "LOGIN_RATE_LIMIT_PER_MINUTE", "2",
                "LOGIN_FAILURES_PER_EMAIL", "5",
                "PASSWORD_HASH", "argon2id", // Only because it is quicker.
                "TRUSTED_PROXIES", "127.0.0.1,::1");
    }

    @Override
    protected Map<String, String> properties() {
        return Map.of("test.manual-clock", "true");
    }

    @Test
    void stopFailedLoginsOfOneAccountFromEverOtherAddressesForAWhile() {
        register("victim@example.com");
        register("other@example.com");
        for (int i = 0; i < 5; i++) {
            assertThat(send(LOGIN, "victim@example.com", "a wrong one").status())
                    .isEqualTo(401);
        }

        Answer refused = send(LOGIN, "victim@example.com", "supersecret");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("900");
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("5");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("RateLimit-Reset")).isEqualTo("900");
        assertThat(send("/api/login", " VICTIM@Example.com ", "supersecret").status())
                .isEqualTo(429);
        assertThat(send(LOGIN, "other@example.com", "supersecret").status()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(15));
        assertThat(send(LOGIN, "victim@example.com", "supersecret").status()).isEqualTo(200);
    }

    @Test
    void treatAnUnknownEmailAsAKnownOne() {
        register("known@example.com");
        for (int i = 0; i < 5; i++) {
            send(LOGIN, "known@example.com", "a wrong one");
            send(LOGIN, "unknown@example.com", "a wrong one");
        }

        Answer known = send(LOGIN, "known@example.com", "a wrong one");
        Answer unknown = send(LOGIN, "unknown@example.com", "a wrong one");

        assertThat(unknown.status()).isEqualTo(429);
        assertThat(unknown.withoutRequestId()).isEqualTo(known.withoutRequestId());
        assertThat(unknown.header("RateLimit-Reset")).isEqualTo(known.header("RateLimit-Reset"));
    }

    @Test
    void letExactlySoManyLoginsFailHoweverParallel() {
        assertThat(statusesOf(20, LOGIN, "parallel@example.com"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(401, 5L, 429, 15L));
    }

    @Test
    void doNotCountLoginsThatSucceed() {
        register("happy@example.com");
        for (int i = 0; i < 4; i++) {
            send(LOGIN, "happy@example.com", "a wrong one");
        }
        for (int i = 0; i < 7; i++) {
            assertThat(send(LOGIN, "happy@example.com", "supersecret").status()).isEqualTo(200);
        }
    }

    @Test
    void stopRegistrationsOfOneEmail() {
        assertThat(statusesOf(20, REGISTER, "wanted@example.com"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(201, 1L, 422, 4L, 429, 15L));
        assertThat(send("/api/users", "WANTED@example.com", "supersecret").status())
                .isEqualTo(429);
        assertThat(send(LOGIN, "wanted@example.com", "supersecret").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {REGISTER, LOGIN, "/api/users", "/api/login", "PUT /api/users"})
    void stopWhatComesFromOneAddress(String last) {
        String from = "198.51.100." + address.incrementAndGet();
        String token = accounts.create().token();
        String email = "one%s@example.com".formatted(from);
        Answer first = send(from(from, LOGIN, email, "supersecret"));
        Answer second = send(from(from, REGISTER, email, "supersecret"));
        assertThat(first.status()).isEqualTo(401);
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("1");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("RateLimit-Limit")).isEqualTo("2");
        assertThat(second.header("RateLimit-Remaining")).isEqualTo("0");

        HttpRequest.Builder request = from(from, last.replace("PUT ", ""), "last@example.com", "supersecret");
        if (last.startsWith("PUT ")) {
            request.header("Authorization", "Bearer " + token)
                    .PUT(BodyPublishers.ofString(credentials("last@example.com", "supersecret")));
        }
        Answer refused = send(request);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("2");
        assertThat(refused.header("Retry-After")).isEqualTo("60");

        clock.advance(Duration.ofMinutes(1));
        assertThat(send(request).status()).isNotEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/auth/register, 422", "/api/users, 422"})
    void doNotCountABodyThatBreaksRules(String path, int status) {
        for (int i = 0; i < 3; i++) {
            assertThat(send(from("203.0.113.1", path, "short@example.com", "short"))
                            .status())
                    .isEqualTo(status);
        }

        assertThat(send(from("203.0.113.1", LOGIN, "short@example.com", "supersecret"))
                        .status())
                .isEqualTo(401);
        clock.advance(Duration.ofMinutes(1));
    }

    private Map<Integer, Long> statusesOf(int requests, String path, String email) {
        return inThreads(requests, requests, i -> send(path, email, "supersecret")).stream()
                .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }

    private void register(String email) {
        assertThat(send(REGISTER, email, "supersecret").status()).isEqualTo(201);
    }

    private Answer send(String path, String email, String password) {
        return send(from("192.0.2." + address.incrementAndGet(), path, email, password));
    }

    private HttpRequest.Builder from(String address, String path, String email, String password) {
        return request("POST", path, null, credentials(email, password)).header("X-Forwarded-For", address);
    }
}
