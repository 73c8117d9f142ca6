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

    private final ExecutorService ofRequests;
    private final ExecutorService ofBatches;

    BlockingWork(
            @Named(TaskExecutors.BLOCKING) ExecutorService ofRequests,
            @Named(TaskExecutors.IO) ExecutorService ofBatches) {
        this.ofRequests = ofRequests;
        this.ofBatches = ofBatches;
    }

    /** Does work of the request that the calling thread works on, on a virtual thread. */
    public <T> CompletableFuture<T> callForRequest(Supplier<T> work) {
        return CompletableFuture.supplyAsync(PropagatedContext.getOrEmpty().wrap(work), ofRequests);
    }

    /** Does work for many requests: it takes along nothing of the one that it begins with. */
    void runForBatch(Runnable work) {
        PropagatedContext.empty().wrap(() -> ofBatches.execute(work)).run();
    }
}
