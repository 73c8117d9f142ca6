package dev.roost.database;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Work that waits for PostgreSQL, on threads of its own: those that read requests and write answers must not wait. */
@Singleton
public final class BlockingWork {

    private final ExecutorService workers;

    BlockingWork(@Named(TaskExecutors.IO) ExecutorService workers) {
        this.workers = workers;
    }

    /** Does work of the request that the calling thread works on. */
    public <T> CompletableFuture<T> call(Supplier<T> work) {
        return CompletableFuture.supplyAsync(PropagatedContext.getOrEmpty().wrap(work), workers);
    }

    /** Does work for many requests: it takes along nothing of the one that it begins with. */
    void run(Runnable work) {
        PropagatedContext.empty().wrap(() -> workers.execute(work)).run();
    }
}
