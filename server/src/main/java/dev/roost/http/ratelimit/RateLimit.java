package dev.roost.http.ratelimit;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * So many requests of one key in each period. All tokens come back at once when a period is over, so that exactly so
 * many pass in it, and what a client is told about the rest of it is true.
 *
 * @param name names the limit in metrics and in Redis
 * @param tokens how many requests
 * @param period the first one starts with the first request
 */
record RateLimit(String name, int tokens, Duration period) {

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(tokens)
                .refillIntervally(tokens, period)
                .build();
    }
}
