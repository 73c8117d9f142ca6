package dev.roost.client;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What becomes of a future. */
final class Outcome {

    private Outcome() {}

    /** Makes the same of another future. */
    static <T extends @Nullable Object> void handOver(CompletableFuture<T> from, CompletableFuture<T> to) {
        var unused = from.whenComplete((value, failure) -> {
            if (failure == null) {
                to.complete(value);
            } else {
                to.completeExceptionally(failure);
            }
        });
    }
}
