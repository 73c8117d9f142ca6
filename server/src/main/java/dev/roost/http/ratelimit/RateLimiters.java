package dev.roost.http.ratelimit;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes what holds requests to a limit. */
@Singleton
final class RateLimiters {

    private final TimeMeter clock;
    private final @Nullable Redis redis;
    private final @Nullable MeterRegistry metrics;

    RateLimiters(TimeMeter clock, @Nullable Redis redis, @Nullable MeterRegistry metrics) {
        this.clock = clock;
        this.redis = redis;
        this.metrics = metrics;
    }

    RateLimiter of(String name, int tokens, Duration period) {
        var limit = new RateLimit(name, tokens, period);
        return new RateLimiter(limit, new LocalBuckets(limit, clock), redis, counterOfRefusals(name));
    }

    private Runnable counterOfRefusals(String limit) {
        return metrics == null
                ? () -> {}
                : Counter.builder("roost.ratelimit.refused")
                        .description("Requests that a limit has refused")
                        .tag("limit", limit)
                        .register(metrics)::increment;
    }
}
