package dev.roost.http.ratelimit;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes what holds requests to a limit. */
@Singleton
final class RateLimiters {

    private final TimeMeter clock;
    private final @Nullable Redis redis;

    RateLimiters(TimeMeter clock, @Nullable Redis redis) {
        this.clock = clock;
        this.redis = redis;
    }

    RateLimiter of(String name, int tokens, Duration period) {
        var limit = new RateLimit(name, tokens, period);
        return new RateLimiter(limit, new LocalBuckets(limit, clock), redis);
    }
}
