package dev.roost.account.password;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where passwords are hashed: on threads of its own, as many as there are cores, because on virtual threads hashing
 * would keep all others waiting.
 */
@Singleton
final class HashingLane {

    /** How many hashes may wait; on two cores of its own the last of them waits for about eight seconds. */
    private static final int MAX_WAITING = 64;

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("password-hashing-", 0).daemon().factory());

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

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
