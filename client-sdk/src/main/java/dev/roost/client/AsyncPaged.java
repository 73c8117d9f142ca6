package dev.roost.client;

import dev.roost.client.http.Futures;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A list that is fetched page by page, without a thread that waits. */
public final class AsyncPaged<T> {

    private final Call<Page<T>> first;

    AsyncPaged(Call<Page<T>> first) {
        this.first = first;
    }

    /** Fetches the first page; {@link Page#next()} leads on. */
    public CompletableFuture<Page<T>> firstPage() {
        return first.executeAsync();
    }

    /**
     * Fetches all pages, one after the other, and gives each item to an action. An action that throws ends it, and
     * cancelling the future ends it after the page under way.
     */
    public CompletableFuture<@Nullable Void> forEach(Consumer<? super T> action) {
        var end = new CompletableFuture<@Nullable Void>();
        Futures.handOver(forEach(first, action, end), end);
        return end;
    }

    private static <T> CompletableFuture<@Nullable Void> forEach(
            Call<Page<T>> call, Consumer<? super T> action, CompletableFuture<?> end) {
        return call.executeAsync().thenCompose(page -> {
            page.items().forEach(action);
            return page.next()
                    .filter(next -> !end.isDone())
                    .map(next -> forEach(next, action, end))
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
        });
    }
}
