package dev.roost.database;

import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import io.netty.channel.EventLoopGroup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes loaders and writers that ask PostgreSQL on threads that may wait, and answer on those that write answers. */
@Singleton
public final class BatchLoaders {

    /** With the two seconds that a query waits for a connection, a 503 is there after three. */
    private static final Duration PATIENCE = Duration.ofMillis(750);

    private static final int MAX_WAITING = 4_096;

    /** One query is quickest: what gathers meanwhile is found with little more work than a single row. */
    private static final BatchLoader.Limits ROWS = new BatchLoader.Limits(1, 128, MAX_WAITING, true);

    /** While one statement waits for its commit, the other works. */
    private static final BatchLoader.Limits WRITES = new BatchLoader.Limits(2, 64, MAX_WAITING, true);

    private final List<BatchLoader<?, ?>> loaders = new CopyOnWriteArrayList<>();
    private final BatchLoader.Limits pages;
    private final BatchLoader.Limits searches;
    private final BlockingWork work;
    private final EventLoopGroup eventLoops;

    BatchLoaders(
            @Property(name = "datasources.default.maximum-pool-size") int poolSize,
            BlockingWork work,
            EventLoopGroup eventLoops) {
        int half = Math.max(1, poolSize / 2);
        this.pages = new BatchLoader.Limits(half, 1, MAX_WAITING, true);
        this.searches = new BatchLoader.Limits(half, 1, MAX_WAITING, false);
        this.work = work;
        this.eventLoops = eventLoops;
    }

    /** Returns a loader for a query that finds rows by their keys. */
    public <K, V> BatchLoader<K, V> ofRows(Function<Set<K>, Map<K, V>> query) {
        return add(ROWS, query);
    }

    /** Returns a loader for what is found by one query each, such as pages. They get half of the pool's connections. */
    public <K, V> BatchLoader<K, V> ofPages(Function<K, V> query) {
        return add(pages, eachBy(query));
    }

    /** Returns one for queries that may take long, so that none of them waits for an equal one while there is a connection. */
    public <K, V> BatchLoader<K, V> ofSearches(Function<K, V> query) {
        return add(searches, eachBy(query));
    }

    private static <K, V> Function<Set<K>, Map<K, V>> eachBy(Function<K, V> query) {
        return keys -> keys.stream().collect(Collectors.toMap(Function.identity(), query));
    }

    /**
     * Returns a writer.
     *
     * @param together writes everything by one statement, and returns what was written of each; null where it was not
     * @param alone writes one, or says why it cannot
     */
    public <W, V> BatchWriter<W, V> ofWrites(Function<List<W>, List<@Nullable V>> together, Function<W, V> alone) {
        return new BatchWriter<>(add(WRITES, items -> BatchWriter.write(items, together)), alone, work);
    }

    private <K, V> BatchLoader<K, V> add(BatchLoader.Limits limits, Function<Set<K>, Map<K, V>> query) {
        var loader = new BatchLoader<>(limits, query, work::runForBatch, eventLoops);
        loaders.add(loader);
        return loader;
    }

    @Scheduled(fixedDelay = "100ms")
    void expire() {
        loaders.forEach(loader -> loader.expire(PATIENCE));
    }
}
