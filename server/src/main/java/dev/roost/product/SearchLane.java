package dev.roost.product;

import dev.roost.http.problem.ApiException;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps searches to half of the pool's connections: one can read the whole catalogue, and what needs a single row shall not
 * wait for many of them.
 */
@Singleton
final class SearchLane {

    private static final int PATIENCE_SECONDS = 1;

    private final Semaphore places;

    SearchLane(@Property(name = "datasources.default.maximum-pool-size") int poolSize) {
        this.places = new Semaphore(Math.max(1, poolSize / 2), true);
    }

    /**
     * Searches when there is a place, for which it waits a second.
     *
     * @throws ApiException 503 when there is none
     */
    <T> T run(Supplier<T> search) {
        if (!hasPlace()) {
            throw ApiException.unavailable();
        }
        try {
            return search.get();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
