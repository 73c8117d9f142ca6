package dev.roost.http.ratelimit;

import static io.github.bucket4j.distributed.ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The buckets of all limits in Redis, as one connection reaches them; each ends a while after it is full again. */
final class SharedBuckets implements AutoCloseable {

    private static final String PREFIX = "roost:rate-limit:";
    private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);
    private static final int MAX_BATCHES = 10_000;

    private final StatefulRedisConnection<String, byte[]> connection;
    private final AsyncProxyManager<String> buckets;

    /** Requests of one key that come while another is under way are sent to Redis together. */
    private final Cache<String, AsyncBucketProxy> batches =
            Caffeine.newBuilder().maximumSize(MAX_BATCHES).build();

    SharedBuckets(StatefulRedisConnection<String, byte[]> connection) {
        this.connection = connection;
        this.buckets = Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build()
                .asAsync();
    }

    /** Fails when Redis does; after how long is the caller's to say. */
    CompletableFuture<Verdict> take(RateLimit limit, String key) {
        // Instances with other settings do not share: a bucket in Redis keeps the size it was made with.
        String name = PREFIX + limit.name() + ":" + limit.tokens() + ":" + key;
        AsyncBucketProxy bucket = batches.get(name, absent -> bucket(limit, name));
        return bucket.tryConsumeAndReturnRemaining(1)
                .thenApply(probe -> new Verdict(limit, probe, () -> giveBack(bucket)));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Where that fails, the token is away until the period ends.
    private static void giveBack(AsyncBucketProxy bucket) {
        bucket.addTokens(1);
    }

    private AsyncBucketProxy bucket(RateLimit limit, String name) {
        var configuration =
                BucketConfiguration.builder().addLimit(limit.bandwidth()).build();
        return buckets.builder()
                .withOptimization(Optimizations.batching())
                .build(name, () -> CompletableFuture.completedFuture(configuration));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // Some callers are on the connection's own thread.
    public void close() {
        connection.closeAsync();
    }
}
