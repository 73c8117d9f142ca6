package dev.roost.http.ratelimit;

import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Holds requests to one limit: those of all instances together while Redis answers, and else this instance's. */
final class RateLimiter {

    /** The longest that a request waits for Redis; the next ones do not wait, until it is back. */
    private static final int PATIENCE_MILLIS = 1_000;

    private final RateLimit limit;
    private final LocalBuckets local;
    private final @Nullable Redis redis;
    private final Runnable counterOfRefusals;

    RateLimiter(RateLimit limit, LocalBuckets local, @Nullable Redis redis, Runnable counterOfRefusals) {
        this.limit = limit;
        this.local = local;
        this.redis = redis;
        this.counterOfRefusals = counterOfRefusals;
    }

    /** Takes a token out of a key's bucket, where one is left. Without a limit, there always is. */
    CompletableFuture<Verdict> take(String key) {
        if (limit.tokens() == 0) {
            return CompletableFuture.completedFuture(
                    new Verdict(limit, ConsumptionProbe.consumed(Long.MAX_VALUE, 0), () -> {}));
        }
        return find(key).thenApply(verdict -> {
            if (!verdict.probe().isConsumed()) {
                counterOfRefusals.run();
            }
            return verdict;
        });
    }

    private CompletableFuture<Verdict> find(String key) {
        SharedBuckets shared = redis == null ? null : redis.buckets();
        if (redis == null || shared == null) {
            return CompletableFuture.completedFuture(local.take(key));
        }
        return shared.take(limit, key)
                .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    redis.lost(shared, failure);
                    return local.take(key);
                });
    }
}
