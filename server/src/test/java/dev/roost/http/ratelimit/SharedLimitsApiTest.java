package dev.roost.http.ratelimit;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.roost.ApiTest;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Two servers and a real Redis between them. */
@Timeout(60)
class SharedLimitsApiTest extends ApiTest {

    private static final TestRedis REDIS = startRedis();
    private static final String CHIRPS = "/api/chirps?limit=1";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private EmbeddedServer other;

    @Inject
    private Redis redis;

    private static TestRedis startRedis() {
        try {
            return TestRedis.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "REDIS_URL", REDIS.url(),
                "RATE_LIMIT_PER_MINUTE", "20",
                "LOGIN_FAILURES_PER_EMAIL", "3",
                "PASSWORD_HASH", "argon2id",
                "TRUSTED_PROXIES", "127.0.0.1,::1");
    }

    @BeforeAll
    void startTheOtherServer() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Redis.class)).addAppender(log);
        other = ApplicationContext.run(EmbeddedServer.class, properties(settings(), Map.of()));
    }

    @AfterAll
    void end() {
        ((Logger) LoggerFactory.getLogger(Redis.class)).detachAppender(log);
        other.getApplicationContext().close();
        REDIS.close();
    }

    @Test
    void areOneLimitExactlyHoweverParallel() throws Exception {
        awaitSharing();

        assertThat(passedOf(100, "192.0.2.1")).isEqualTo(20);
    }

    @Test
    void shareTheFailuresOfAnEmailAndTellRedisNotWhose() throws Exception {
        awaitSharing();
        String body = credentials("shared@example.com", "wrong password");
        for (int i = 0; i < 3; i++) {
            assertThat(post("/api/login", null, body).status()).isEqualTo(401);
        }

        HttpRequest.Builder there = HttpRequest.newBuilder(URI.create(other.getURI() + "/api/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        assertThat(send(there).status()).isEqualTo(429);
        assertThat(REDIS.keys())
                .anyMatch(key -> key.startsWith("roost:rate-limit:email:"))
                .noneMatch(key -> key.contains("shared"));
    }

    @Test
    void areEachServersOwnWhileRedisIsDead() throws Exception {
        awaitSharing();
        REDIS.kill();
        try {
            assertThat(passedOf(100, "192.0.2.3")).isEqualTo(40);
            assertThat(messages())
                    .filteredOn(message -> message.contains("away"))
                    .hasSize(2);
        } finally {
            REDIS.restart();
        }

        awaitSharing();
        assertThat(passedOf(100, "192.0.2.4")).isEqualTo(20);
    }

    @Test
    void areEachServersOwnWhileRedisHangsAndNobodyWaitsLong() throws Exception {
        awaitSharing();
        REDIS.hang();
        try {
            long start = System.nanoTime();
            assertThat(passedOf(100, "192.0.2.5")).isEqualTo(40);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(messages())
                    .filteredOn(message -> message.contains("away"))
                    .hasSize(2);
        } finally {
            REDIS.resume();
        }

        awaitSharing();
        assertThat(passedOf(100, "192.0.2.6")).isEqualTo(20);
    }

    @Test
    void beginWhenRedisComesAfterTheService() throws Exception {
        awaitSharing();
        REDIS.kill();
        try (ApplicationContext late = ApplicationContext.run(properties(settings(), Map.of()))) {
            assertThat(late.getBean(Redis.class).buckets()).isNull();
            REDIS.restart();
            await(late.getBean(Redis.class));
        }
    }

    /** Returns how many of so many requests from an address, to either server in turn, are not refused. */
    private long passedOf(int requests, String address) {
        List<Integer> statuses = inThreads(20, requests, i -> {
            HttpRequest.Builder request =
                    i % 2 == 0 ? request(CHIRPS) : HttpRequest.newBuilder(URI.create(other.getURI() + CHIRPS));
            return exchange(request.header("X-Forwarded-For", address)).statusCode();
        });
        return statuses.stream().filter(status -> status == 200).count();
    }

    /** Waits until both servers have found Redis, and forgets what they logged. */
    private void awaitSharing() {
        await(redis);
        await(other.getApplicationContext().getBean(Redis.class));
        log.list.clear();
    }

    private static void await(Redis redis) {
        while (redis.buckets() == null) { // The test's time limit ends this.
            LockSupport.parkNanos(10_000_000);
        }
    }

    private List<String> messages() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
