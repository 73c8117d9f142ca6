package dev.roost.database;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import io.netty.channel.EventLoopGroup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes loaders that ask PostgreSQL on threads of Micronaut's for I/O, and answer on those that write answers. */
@Singleton
public final class BatchLoaders {

    /** With the two seconds that a query waits for a connection, a 503 is there after three. */
    private static final Duration PATIENCE = Duration.ofMillis(750);

    private static final int MAX_WAITING = 4_096;

    /** One query is quickest: what gathers meanwhile is found with little more work than a single row. */
    private static final BatchLoader.Limits ROWS = new BatchLoader.Limits(1, 128, MAX_WAITING);

    private final List<BatchLoader<?, ?>> loaders = new CopyOnWriteArrayList<>();
    private final BatchLoader.Limits pages;
    private final ExecutorService workers;
    private final EventLoopGroup eventLoops;

    BatchLoaders(
            @Property(name = "datasources.default.maximum-pool-size") int poolSize,
            @Named(TaskExecutors.IO) ExecutorService workers,
            EventLoopGroup eventLoops) {
        this.pages = new BatchLoader.Limits(Math.max(1, poolSize / 2), 1, MAX_WAITING);
        this.workers = workers;
        this.eventLoops = eventLoops;
    }

    /** Returns a loader for a query that finds rows by their keys. */
    public <K, V> BatchLoader<K, V> ofRows(Function<Set<K>, Map<K, V>> query) {
        return add(ROWS, query);
    }

    /** Returns a loader for what is found by one query each, such as pages. They get half of the pool's connections. */
    public <K, V> BatchLoader<K, V> ofPages(Function<K, V> query) {
        return add(pages, keys -> keys.stream().collect(Collectors.toMap(Function.identity(), query)));
    }

    private <K, V> BatchLoader<K, V> add(BatchLoader.Limits limits, Function<Set<K>, Map<K, V>> query) {
        var loader = new BatchLoader<>(limits, query, this::execute, eventLoops);
        loaders.add(loader);
        return loader;
    }

    /** A worker works for many requests, so it takes along nothing of the one that it begins with. */
    private void execute(Runnable work) {
        PropagatedContext.empty().wrap(() -> workers.execute(work)).run();
    }

    @Scheduled(fixedDelay = "100ms")
    void expire() {
        loaders.forEach(loader -> loader.expire(PATIENCE));
    }
}
