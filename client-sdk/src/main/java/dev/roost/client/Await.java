package dev.roost.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for futures as methods do that give no future. */
final class Await {

    private Await() {}

    /** Returns what a future gives, or throws what it fails with; an interrupt cancels it and stays. */
    static <R extends @Nullable Object> R result(CompletableFuture<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new RoostConnectionException("the thread was interrupted while it waited", e);
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    /** Returns what to throw; a {@link RoostException} with the stack of the caller, not of the pool's thread. */
    private static RuntimeException unchecked(@Nullable Throwable failure) {
        if (failure instanceof RoostException exception) {
            exception.fillInStackTrace();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
