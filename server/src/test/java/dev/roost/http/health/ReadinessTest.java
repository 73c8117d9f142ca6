package dev.roost.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.http.Draining;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final Draining draining = new Draining();
    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void isCheckedOnceForAllWhoAskAtOnce() {
        var readiness = readiness(() -> checks.incrementAndGet() > 0);

        var answers = IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(readiness::isReady))
                .toList();

        assertThat(answers).allMatch(CompletableFuture::join);
        assertThat(checks).hasValue(1);
    }

    @Test
    void isCheckedAgainAfterASecond() throws InterruptedException {
        var readiness = readiness(() -> checks.incrementAndGet() > 1);

        assertThat(readiness.isReady()).isFalse();
        Thread.sleep(1_100);
        assertThat(readiness.isReady()).isTrue();
    }

    @Test
    void doesNotWaitForACheckThatHangs() {
        var forever = new CountDownLatch(1);
        var readiness = readiness(() -> {
            try {
                forever.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        });

        assertThat(CompletableFuture.supplyAsync(readiness::isReady))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(false);
        forever.countDown();
    }

    @Test
    void takesEveryCheck() {
        assertThat(readiness(() -> true, () -> false).isReady()).isFalse();
        assertThat(readiness(() -> true, () -> true).isReady()).isTrue();
    }

    @Test
    void endsWhenTheServiceIsAboutToEnd() {
        var readiness = readiness(() -> true);
        assertThat(readiness.isReady()).isTrue();

        draining.begin();
        assertThat(readiness.isReady()).isFalse();
    }

    private Readiness readiness(ReadinessCheck... checks) {
        return new Readiness(draining, List.of(checks));
    }
}
