package dev.roost.account.password;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Where passwords are hashed: on threads of its own, because on virtual threads hashing would keep all others waiting.
 * There are as many as there are cores; while work has to be turned away, one fewer, so that a flood of logins leaves
 * a core to everybody else.
 */
@Singleton
final class HashingLane {

    /** How many hashes may wait; on two cores of its own the last of them waits for about eight seconds. */
    private static final int MAX_WAITING = 64;

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int CORES_IN_A_FLOOD = Math.max(1, CORES - 1);

    private final Duration patience;

    /** What the time of one hash has been lately; each new one counts for an eighth. */
    private final AtomicLong nanosPerHash = new AtomicLong(TimeUnit.MILLISECONDS.toNanos(250));

    private final LongAdder rejected = new LongAdder();

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            CORES,
            CORES,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("password-hashing-", 0).daemon().factory());

    /** After the time that an answer may take, nobody waits for a hash any more. */
    HashingLane(@Property(name = "roost.http.write-timeout") Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs some work and waits for its result.
     *
     * @param isAwaited tells, when it is the work's turn, whether anybody still wants the result
     * @throws HashingOverloadException at once when too much is waiting already; later when it was in vain
     */
    <T> T run(Callable<T> work, BooleanSupplier isAwaited) {
        Callable<T> turn = () -> runNow(work, isAwaited);
        var task = new FutureTask<>(PropagatedContext.wrapCurrent(turn));
        try {
            threads.execute(task);
            return result(task);
        } catch (RejectedExecutionException e) {
            throw turnAway();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HashingOverloadException overload
                    ? overload
                    : new IllegalStateException("a password could not be hashed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was being hashed", e);
        }
    }

    private <T> T result(FutureTask<T> task) throws ExecutionException, InterruptedException {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (threads.remove(task)) {
                throw overload();
            }
            return task.get(); // It has begun.
        }
    }

    private <T> T runNow(Callable<T> work, BooleanSupplier isAwaited) throws Exception {
        if (threads.getQueue().size() < MAX_WAITING / 2) {
            resize(CORES);
        }
        if (!isAwaited.getAsBoolean()) {
            throw overload();
        }
        long start = System.nanoTime();
        T result = work.call();
        nanosPerHash.accumulateAndGet(System.nanoTime() - start, (average, last) -> average + (last - average) / 8);
        return result;
    }

    private synchronized void resize(int size) {
        if (size < threads.getCorePoolSize()) { // At no time may the core be more than the most.
            threads.setCorePoolSize(size);
            threads.setMaximumPoolSize(size);
        } else {
            threads.setMaximumPoolSize(size);
            threads.setCorePoolSize(size);
        }
    }

    /**
     * Makes sure that there is room for more work now.
     *
     * @throws HashingOverloadException when there is not
     */
    void requireRoom() {
        if (threads.getQueue().remainingCapacity() == 0) {
            throw turnAway();
        }
    }

    private HashingOverloadException turnAway() {
        rejected.increment();
        resize(CORES_IN_A_FLOOD);
        return overload();
    }

    /** Says to come back when what is waiting will have been done. */
    private HashingOverloadException overload() {
        int waiting = threads.getQueue().size() + 1;
        return new HashingOverloadException(
                Duration.ofNanos(nanosPerHash.get() * waiting / threads.getMaximumPoolSize()));
    }

    /** Returns how many hashes are being computed. */
    int active() {
        return threads.getActiveCount();
    }

    /** Returns how many hashes wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** Returns how many hashes found no room since the start. */
    long rejected() {
        return rejected.sum();
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
