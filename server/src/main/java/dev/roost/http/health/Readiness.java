package dev.roost.http.health;

import dev.roost.http.Draining;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Whether requests may be sent here. However many ask, what it takes is checked once at a time and at most once a
 * second.
 */
@Singleton
final class Readiness {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Draining draining;
    private final List<ReadinessCheck> checks;
    private CompletableFuture<Boolean> result = CompletableFuture.completedFuture(false);
    private long checkedAt = System.nanoTime() - SECOND;

    Readiness(Draining draining, List<ReadinessCheck> checks) {
        this.draining = draining;
        this.checks = checks;
    }

    /** Returns within a second or so. */
    boolean isReady() {
        return !draining.hasBegun() && result().join();
    }

    private synchronized CompletableFuture<Boolean> result() {
        if (System.nanoTime() - checkedAt >= SECOND) {
            checkedAt = System.nanoTime();
            result = CompletableFuture.supplyAsync(
                            () -> checks.stream().allMatch(ReadinessCheck::passes), Thread::startVirtualThread)
                    .completeOnTimeout(false, 1, TimeUnit.SECONDS);
        }
        return result;
    }
}
