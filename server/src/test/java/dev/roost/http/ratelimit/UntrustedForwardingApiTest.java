package dev.roost.http.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without a trusted proxy, a client cannot look like many. */
class UntrustedForwardingApiTest extends ApiTest {

    @Override
    protected Map<String, String> settings() {
        return Map.of("RATE_LIMIT_PER_MINUTE", "5");
    }

    @Test
    void isNotBelieved() {
        for (int i = 0; i < 5; i++) {
            assertThat(statusFrom("192.0.2." + i)).isEqualTo(200);
        }

        assertThat(statusFrom("192.0.2.99")).isEqualTo(429);
    }

    private int statusFrom(String address) {
        return send(request("/api/chirps").header("X-Forwarded-For", address)).status();
    }
}
