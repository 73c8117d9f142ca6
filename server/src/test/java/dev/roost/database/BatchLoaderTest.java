package dev.roost.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchLoaderTest {

    private final ExecutorService workers = Executors.newCachedThreadPool();

    /** The queries that were begun, which wait for what they find. */
    private final BlockingQueue<Query> begun = new LinkedBlockingQueue<>();

    private final List<CompletableFuture<String>> asked = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void asksAtOnceForTheFirst() throws Exception {
        CompletableFuture<String> answer = loader(1, 10, 10).load(1, Function.identity());

        begun.take().find(Map.of(1, "one"));

        assertThat(answer.join()).isEqualTo("one");
    }

    @Test
    void asksTogetherForWhatComesMeanwhile() throws Exception {
        BatchLoader<Integer, String> loader = loader(1, 10, 10);
        Query first = begin(loader, 1);
        CompletableFuture<String> second = loader.load(2, Function.identity());
        CompletableFuture<String> third = loader.load(3, Function.identity());
        first.find(Map.of());

        Query next = begun.take();
        next.find(Map.of(2, "two", 3, "three"));

        assertThat(next.keys()).containsExactlyInAnyOrder(2, 3);
        assertThat(second.join()).isEqualTo("two");
        assertThat(third.join()).isEqualTo("three");
    }

    @Test
    void answersNobodyFromAQueryThatBeganBefore() throws Exception {
        BatchLoader<Integer, String> loader = loader(1, 10, 10);
        CompletableFuture<String> early = loader.load(1, Function.identity());
        Query first = begun.take();
        CompletableFuture<String> late = loader.load(1, Function.identity());
        first.find(Map.of(1, "old"));
        begun.take().find(Map.of(1, "new"));

        assertThat(early.join()).isEqualTo("old");
        assertThat(late.join()).isEqualTo("new");
    }

    @Test
    void asksOnceForEqualKeysAndAnswersEachItsOwnWay() throws Exception {
        BatchLoader<Integer, String> loader = loader(1, 10, 10);
        Query first = begin(loader, 0);
        CompletableFuture<String> plain = loader.load(1, Function.identity());
        CompletableFuture<Integer> length = loader.load(1, String::length);
        first.find(Map.of());

        Query next = begun.take();
        next.find(Map.of(1, "one"));

        assertThat(next.keys()).containsExactly(1);
        assertThat(plain.join()).isEqualTo("one");
        assertThat(length.join()).isEqualTo(3);
    }

    @Test
    void answersNullWhereThereIsNothing() throws Exception {
        CompletableFuture<Boolean> isNull = loader(1, 10, 10).load(1, value -> value == null);

        begun.take().find(Map.of());

        assertThat(isNull.join()).isTrue();
    }

    @Test
    void takesNoMoreKeysThanAQueryMayHave() throws Exception {
        BatchLoader<Integer, String> loader = loader(1, 2, 10);
        Query first = begin(loader, 0);
        IntStream.rangeClosed(1, 5).forEach(key -> ask(loader, key));
        first.find(Map.of());

        List<Set<Integer>> keys = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Query next = begun.take();
            keys.add(next.keys());
            next.find(Map.of());
        }

        assertThat(keys).containsExactly(Set.of(1, 2), Set.of(3, 4), Set.of(5));
    }

    @Test
    void asksAsManyQueriesAtOnceAsItMay() throws Exception {
        BatchLoader<Integer, String> loader = loader(2, 1, 10);
        IntStream.rangeClosed(1, 3).forEach(key -> ask(loader, key));
        Query one = begun.take();
        Query other = begun.take();

        assertThat(begun.poll(200, TimeUnit.MILLISECONDS)).isNull();
        one.find(Map.of());
        begun.take().find(Map.of());
        other.find(Map.of());
    }

    @Test
    void failsAllWhoWaitForAQueryThatFailsAndGoesOn() throws Exception {
        BatchLoader<Integer, String> loader = loader(1, 10, 10);
        CompletableFuture<String> failing = loader.load(1, Function.identity());
        Query first = begun.take();
        CompletableFuture<String> next = loader.load(2, Function.identity());
        var failure = new IllegalStateException("the database is away");
        first.fail(failure);
        begun.take().find(Map.of(2, "two"));

        assertThatThrownBy(failing::join)
                .isInstanceOf(CompletionException.class)
                .hasCause(failure);
        assertThat(next.join()).isEqualTo("two");
    }

    @Test
    void failsAloneWhatCannotMakeItsAnswer() throws Exception {
        BatchLoader<Integer, String> loader = loader(1, 10, 10);
        Query first = begin(loader, 0);
        CompletableFuture<Integer> failing = loader.load(1, Integer::parseInt);
        CompletableFuture<String> other = loader.load(1, Function.identity());
        first.find(Map.of());
        begun.take().find(Map.of(1, "one"));

        assertThatThrownBy(failing::join).hasCauseInstanceOf(NumberFormatException.class);
        assertThat(other.join()).isEqualTo("one");
    }

    @Test
    void asksNoTwoQueriesAtOnceForOneKey() throws Exception {
        BatchLoader<Integer, String> loader = loader(2, 1, 10);
        Query first = begin(loader, 1);
        CompletableFuture<String> equal = loader.load(1, Function.identity());
        CompletableFuture<String> other = loader.load(2, Function.identity());
        begun.take().find(Map.of(2, "two"));

        assertThat(other.join()).isEqualTo("two");
        assertThat(begun.poll(200, TimeUnit.MILLISECONDS)).isNull();
        first.find(Map.of());
        begun.take().find(Map.of(1, "one"));
        assertThat(equal.join()).isEqualTo("one");
    }

    @Test
    void failsWhatWaitsForTooLongAndNothingElse() throws Exception {
        BatchLoader<Integer, String> loader = loader(1, 10, 10);
        CompletableFuture<String> underWay = loader.load(0, Function.identity());
        Query first = begun.take();
        CompletableFuture<String> late = loader.load(1, Function.identity());
        Thread.sleep(20);
        loader.expire(Duration.ofMillis(20));
        CompletableFuture<String> young = loader.load(1, Function.identity());
        loader.expire(Duration.ofMinutes(1));
        first.find(Map.of(0, "zero"));
        begun.take().find(Map.of(1, "one"));

        assertThatThrownBy(late::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(underWay.join()).isEqualTo("zero");
        assertThat(young.join()).isEqualTo("one");
    }

    @Test
    void failsWhereNoWorkerBeginsAndTriesAnotherWithTheNext() {
        var failures = new AtomicInteger();
        var loader = new BatchLoader<Integer, String>(
                new BatchLoader.Limits(1, 10, 10, true),
                keys -> Map.of(2, "two"),
                work -> {
                    if (failures.getAndIncrement() == 0) {
                        throw new OutOfMemoryError("no thread is to be had");
                    }
                    work.run();
                },
                Runnable::run);
        CompletableFuture<String> failing = loader.load(1, Function.identity());
        CompletableFuture<String> next = loader.load(2, Function.identity());

        assertThatThrownBy(failing::join).hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(next.join()).isEqualTo("two");
    }

    @Test
    void answersByItselfWhereNobodyElseDoes() {
        var loader = new BatchLoader<Integer, String>(
                new BatchLoader.Limits(1, 10, 10, true), keys -> Map.of(1, "one"), Runnable::run, answers -> {
                    throw new RejectedExecutionException("the event loops have ended");
                });

        assertThat(loader.load(1, Function.identity()).join()).isEqualTo("one");
    }

    @Test
    void asksForOneKeyByAsManyQueriesAsItMayWhereNobodyIsToWait() throws Exception {
        BatchLoader<Integer, String> loader = loader(new BatchLoader.Limits(2, 1, 10, false));
        Query first = begin(loader, 1);
        CompletableFuture<String> second = loader.load(1, Function.identity());
        Query secondQuery = begun.take();
        CompletableFuture<String> third = loader.load(1, Function.identity());
        CompletableFuture<String> fourth = loader.load(1, Function.identity());

        secondQuery.find(Map.of(1, "second"));
        assertThat(second.join()).isEqualTo("second");
        begun.take().find(Map.of(1, "third"));
        assertThat(third.join()).isEqualTo("third");
        assertThat(fourth.join()).isEqualTo("third");
        first.find(Map.of());
        assertThat(begun).isEmpty();
    }

    @Test
    void refusesMoreKeysThanMayWait() throws Exception {
        BatchLoader<Integer, String> loader = loader(1, 10, 2);
        Query first = begin(loader, 0);
        ask(loader, 1);
        ask(loader, 2);
        CompletableFuture<String> equal = loader.load(2, Function.identity());
        CompletableFuture<String> another = loader.load(3, Function.identity());
        first.find(Map.of());
        begun.take().find(Map.of(2, "two"));

        assertThatThrownBy(another::join).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(equal.join()).isEqualTo("two");
    }

    @Test
    void answersEverybodyUnderLoad() {
        var asked = new AtomicInteger();
        var loader = new BatchLoader<Integer, Integer>(
                new BatchLoader.Limits(3, 16, 1_000, true),
                keys -> {
                    var found = new HashMap<Integer, Integer>();
                    keys.forEach(key -> found.put(key, -key));
                    asked.addAndGet(keys.size());
                    return found;
                },
                workers,
                Runnable::run);

        List<Boolean> right = IntStream.range(0, 50_000)
                .parallel()
                .mapToObj(
                        i -> loader.load(i % 100, found -> found == -(i % 100)).join())
                .toList();

        assertThat(right).hasSize(50_000).doesNotContain(false);
        assertThat(asked.get()).isPositive();
    }

    /** Asks for what nobody waits for. */
    private void ask(BatchLoader<Integer, String> loader, int key) {
        asked.add(loader.load(key, Function.identity()));
    }

    /** Asks for what nobody waits for, and returns its query. */
    private Query begin(BatchLoader<Integer, String> loader, int key) throws InterruptedException {
        ask(loader, key);
        return begun.take();
    }

    private BatchLoader<Integer, String> loader(int queries, int keysOfQuery, int waitingKeys) {
        return loader(new BatchLoader.Limits(queries, keysOfQuery, waitingKeys, true));
    }

    private BatchLoader<Integer, String> loader(BatchLoader.Limits limits) {
        return new BatchLoader<>(
                limits,
                keys -> {
                    var query = new Query(Set.copyOf(keys), new CompletableFuture<>());
                    begun.add(query);
                    try {
                        return query.found().join();
                    } catch (CompletionException e) {
                        throw (RuntimeException) e.getCause();
                    }
                },
                workers,
                Runnable::run);
    }

    private record Query(Set<Integer> keys, CompletableFuture<Map<Integer, String>> found) {

        void find(Map<Integer, String> values) {
            found.complete(values);
        }

        void fail(RuntimeException failure) {
            found.completeExceptionally(failure);
        }
    }
}
