package dev.roost;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that are made at once. */
public final class TestThreads {

    private TestThreads() {}

    /** Makes calls, numbered from 0, in so many threads, and returns what they return, in order. */
    public static <T> List<T> inThreads(int threads, int calls, IntFunction<T> call) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = IntStream.range(0, calls)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), pool))
                    .toList();
            return results.stream().map(CompletableFuture::join).toList();
        }
    }
}
