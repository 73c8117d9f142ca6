package dev.roost.http.ratelimit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Redis through which instances share their limits. While it is away, it is looked for behind the requests' back. */
@Singleton
@Requires(property = "roost.rate-limit.redis-url")
final class Redis {

    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final RateLimit TRIAL = new RateLimit("trial", 1, Duration.ofSeconds(1));

    private final RedisClient client;
    private final AtomicReference<@Nullable SharedBuckets> buckets = new AtomicReference<>();

    Redis(@Property(name = "roost.rate-limit.redis-url") String url) {
        RedisURI address = RedisURI.create(url);
        address.setTimeout(PATIENCE);
        this.client = RedisClient.create(address);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                .build());
        try {
            connect();
        } catch (Exception e) {
            LOG.warn("Redis is away: this instance limits on its own until it comes: {}", message(e));
        }
    }

    /** Returns where buckets are shared, or null while Redis is away. */
    @Nullable
    SharedBuckets buckets() {
        return buckets.get();
    }

    /** Takes note that Redis did not answer. */
    void lost(SharedBuckets broken, Throwable reason) {
        if (buckets.compareAndSet(broken, null)) {
            broken.close();
            LOG.warn("Redis is away: this instance limits on its own until it is back: {}", message(reason));
        }
    }

    @Scheduled(fixedDelay = "500ms")
    void lookForIt() {
        if (buckets.get() == null) {
            try {
                connect();
            } catch (Exception e) {
                LOG.debug("Redis is still away: {}", message(e));
            }
        }
    }

    /** Connects, and sees whether Redis does what it is needed for: it may be read-only, or full. */
    private void connect() throws Exception {
        var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        var found = new SharedBuckets(connection);
        try {
            found.take(TRIAL, "").get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            found.close();
            throw e;
        }
        buckets.set(found);
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> broken) {
                lost(found, new RedisException("the connection is broken"));
            }
        });
        LOG.info("Redis is there: the instances share their limits");
    }

    private static String message(Throwable reason) {
        return String.valueOf(reason.getCause() == null ? reason : reason.getCause());
    }

    @PreDestroy
    void close() {
        buckets.set(null);
        client.shutdown(Duration.ZERO, PATIENCE);
    }
}
