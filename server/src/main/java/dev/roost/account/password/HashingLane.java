package dev.roost.account.password;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where passwords are hashed: on threads of its own, as many as there are cores, because on virtual threads hashing
 * would keep all others waiting.
 */
@Singleton
final class HashingLane {

    /** How many hashes may wait; on two cores of its own the last of them waits for about eight seconds. */
    private static final int MAX_WAITING = 64;

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final LongAdder rejected = new LongAdder();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("password-hashing-", 0).daemon().factory(),
            this::reject);

    /**
     * Runs some work and waits for its result.
     *
     * @throws RejectedExecutionException at once when too much is waiting already
     */
    <T> T run(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was being hashed", e);
        }
    }

    private void reject(Runnable work, ThreadPoolExecutor full) {
        rejected.increment();
        throw new RejectedExecutionException("%d passwords wait for being hashed".formatted(waiting()));
    }

    /** Returns how many hashes are being computed. */
    int active() {
        return threads.getActiveCount();
    }

    /** Returns how many hashes wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** Returns how many hashes were turned away since the start. */
    long rejected() {
        return rejected.sum();
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
