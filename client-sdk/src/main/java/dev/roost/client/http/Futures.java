package dev.roost.client.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What becomes of futures. */
public final class Futures {

    private Futures() {}

    /** Makes the same of another future, which fails with what the one has wrapped. */
    public static <T extends @Nullable Object> void handOver(CompletableFuture<T> from, CompletableFuture<T> to) {
        var unused = from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(cause(failure));
            }
        });
    }

    /** Returns the failure that futures have wrapped. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? cause(failure.getCause())
                : failure;
    }
}
