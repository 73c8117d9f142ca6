package dev.roost.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads together what is asked for while queries are under way: the next one answers as many keys as it can take, and
 * everybody who waits for one of them. Nobody waits for others to ask, and a query begins after all that it answers was
 * asked for, so that no answer is staler than that of a query of one's own.
 *
 * @param <K> what is asked for
 * @param <V> what is found
 */
public final class BatchLoader<K, V> {

    private final Limits limits;
    private final Function<Set<K>, Map<K, V>> query;
    private final Executor workers;
    private final Executor answerers;

    private final Map<K, List<Waiter<V, ?>>> waiting = new LinkedHashMap<>();
    private final Set<K> asked = new HashSet<>();
    private int queries;

    BatchLoader(Limits limits, Function<Set<K>, Map<K, V>> query, Executor workers, Executor answerers) {
        this.limits = limits;
        this.query = query;
        this.workers = workers;
        this.answerers = answerers;
    }

    /**
     * Loads a value and makes an answer of it, or of null where there is none. The answer fails as the query or what makes
     * it does, and with a {@link RejectedExecutionException} where too many keys are waiting, or this one for too long.
     */
    public <R> CompletableFuture<R> load(K key, Function<@Nullable V, R> answer) {
        var waiter = new Waiter<V, R>(answer, new CompletableFuture<>(), System.nanoTime());
        synchronized (this) {
            if (!waiting.containsKey(key) && waiting.size() >= limits.waitingKeys()) {
                return CompletableFuture.failedFuture(
                        new RejectedExecutionException("too much is waiting for PostgreSQL"));
            }
            waiting.computeIfAbsent(key, absent -> new ArrayList<>()).add(waiter);
            if (queries >= limits.queries() || mustWait(key)) {
                return waiter.result();
            }
            queries++;
        }
        try {
            workers.execute(this::work);
        } catch (RuntimeException | Error e) {
            withoutWorker().forEach(other -> other.fail(e));
        }
        return waiter.result();
    }

    private boolean mustWait(K key) {
        return limits.isOneForEachKey() && asked.contains(key);
    }

    /** Notes that a worker could not begin, and returns those for whom there is no other. */
    private synchronized List<Waiter<V, ?>> withoutWorker() {
        queries--;
        if (queries > 0) {
            return List.of();
        }
        List<Waiter<V, ?>> all = waiting.values().stream().flatMap(List::stream).toList();
        waiting.clear();
        return all;
    }

    private void work() {
        Map<K, List<Waiter<V, ?>>> batch = next(Set.of());
        while (!batch.isEmpty()) {
            answer(batch);
            batch = next(batch.keySet());
        }
    }

    /** Notes which keys are answered, and returns what the next query is to answer; where that is nothing, work ends. */
    private synchronized Map<K, List<Waiter<V, ?>>> next(Set<K> answered) {
        answered.forEach(asked::remove);
        var batch = new LinkedHashMap<K, List<Waiter<V, ?>>>();
        for (var entry : waiting.entrySet()) {
            if (batch.size() == limits.keysOfQuery()) {
                break;
            }
            if (!mustWait(entry.getKey())) {
                batch.put(entry.getKey(), entry.getValue());
            }
        }
        waiting.keySet().removeAll(batch.keySet());
        asked.addAll(batch.keySet());
        queries -= batch.isEmpty() ? 1 : 0;
        return batch;
    }

    private void answer(Map<K, List<Waiter<V, ?>>> batch) {
        Runnable answers;
        try {
            Map<K, V> found = query.apply(batch.keySet());
            answers = () -> batch.forEach((key, waiters) -> waiters.forEach(waiter -> waiter.answer(found.get(key))));
        } catch (RuntimeException | Error e) {
            answers = () -> batch.values().stream().flatMap(List::stream).forEach(waiter -> waiter.fail(e));
        }
        try {
            answerers.execute(answers);
        } catch (RejectedExecutionException e) { // The service ends.
            answers.run();
        }
    }

    /** Fails what has waited for so long for its query to begin. */
    void expire(Duration patience) {
        long now = System.nanoTime();
        var late = new ArrayList<Waiter<V, ?>>();
        synchronized (this) {
            Collection<List<Waiter<V, ?>>> all = waiting.values();
            all.forEach(waiters ->
                    waiters.removeIf(waiter -> now - waiter.sinceNanos() >= patience.toNanos() && late.add(waiter)));
            all.removeIf(List::isEmpty);
        }
        late.forEach(waiter -> waiter.fail(new RejectedExecutionException("PostgreSQL was waited for too long")));
    }

    /**
     * How much is done at once.
     *
     * @param queries the most queries under way
     * @param keysOfQuery the most keys that one of them asks for
     * @param waitingKeys the most keys that wait for one
     * @param isOneForEachKey whether a key waits while it is asked for, though there might be another query
     */
    record Limits(int queries, int keysOfQuery, int waitingKeys, boolean isOneForEachKey) {}

    private record Waiter<V, R>(Function<@Nullable V, R> answer, CompletableFuture<R> result, long sinceNanos) {

        void answer(@Nullable V value) {
            try {
                result.complete(answer.apply(value));
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        }

        void fail(Throwable failure) {
            result.completeExceptionally(failure);
        }
    }
}
