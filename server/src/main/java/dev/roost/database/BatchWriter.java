package dev.roost.database;

import io.micronaut.core.propagation.PropagatedContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Writes together what is to be written while other statements are under way: by one statement with one commit, behind
 * which all of it is acknowledged. What cannot be written so is written alone, and fails alone.
 *
 * @param <W> what is to be written
 * @param <V> what was
 */
public final class BatchWriter<W, V> {

    private final BatchLoader<Item<W>, V> items;
    private final Function<W, V> alone;
    private final BlockingWork work;

    BatchWriter(BatchLoader<Item<W>, V> items, Function<W, V> alone, BlockingWork work) {
        this.items = items;
        this.alone = alone;
        this.work = work;
    }

    /** Writes, and fails as writing alone does, or as {@link BatchLoader#load} where too much is waiting. */
    public CompletableFuture<V> write(W content) {
        PropagatedContext context = PropagatedContext.getOrEmpty();
        Supplier<CompletableFuture<V>> again = () -> work.callForRequest(() -> alone.apply(content));
        return items.load(new Item<>(content), Optional::ofNullable)
                .exceptionallyCompose(failure -> isRefused(failure)
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : CompletableFuture.failedFuture(failure))
                .thenCompose(written ->
                        written.map(CompletableFuture::completedFuture).orElseGet(context.wrap(again)));
    }

    /**
     * PostgreSQL itself, and not its driver, has refused the statement, so that nothing is written: SQLSTATE's class 22 is a
     * value that it does not take, 23 a violated constraint, and 40001 and 40P01 a transaction in another's way.
     */
    private static boolean isRefused(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof PSQLException refusal
                        && refusal.getServerErrorMessage() != null
                        && String.valueOf(refusal.getSQLState()).matches("(22|23)...|40001|40P01"));
    }

    static <W, V> Map<Item<W>, V> write(Set<Item<W>> batch, Function<List<W>, List<@Nullable V>> together) {
        List<Item<W>> items = List.copyOf(batch);
        List<@Nullable V> written =
                together.apply(items.stream().map(item -> item.content).toList());
        var found = new HashMap<Item<W>, V>();
        for (int i = 0; i < items.size(); i++) {
            found.put(items.get(i), written.get(i));
        }
        return found;
    }

    /** Equal to no other, so that what is asked for twice is written twice. */
    static final class Item<W> {

        private final W content;

        private Item(W content) {
            this.content = content;
        }
    }
}
