package dev.roost.http.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/** The buckets of one limit in the memory of this process, one for each key that was seen in the last period. */
final class LocalBuckets {

    /** About 20 MB. Beyond it, the bucket that is used least is forgotten. */
    private static final int MAX_BUCKETS = 50_000;

    private final RateLimit limit;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    LocalBuckets(RateLimit limit, TimeMeter clock) {
        this.limit = limit;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .expireAfterAccess(limit.period())
                .ticker(clock::currentTimeNanos)
                .build();
    }

    Verdict take(String key) {
        Bucket bucket = buckets.get(key, absent -> Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit.bandwidth())
                .build());
        return new Verdict(limit, bucket.tryConsumeAndReturnRemaining(1), () -> bucket.addTokens(1));
    }

    /** Returns about how many buckets there are. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
