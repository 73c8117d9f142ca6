package dev.roost.admin;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often the site was visited since the last reset, at all instances together. The number is PostgreSQL's; a visit
 * does not wait for it. It is noted here, and one thread adds to the table whatever was noted while it was away: the
 * more visits, the more at once.
 *
 * <p>What this instance has noted is in the table before it reads, so that a client of one instance reads the exact
 * number. What another has noted may be missing for the milliseconds that its thread needs. A process killed with -9
 * loses what it had not written, which is that many milliseconds' visits, or all since the database went away.
 */
@Singleton
final class Visits {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private static final int PATIENCE_SECONDS = 1;

    private final VisitRepository visits;
    private final AtomicLong noted = new AtomicLong();
    private final AtomicBoolean isWriterCalled = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("visits").daemon().factory());

    Visits(VisitRepository visits) {
        this.visits = visits;
    }

    /** Counts one more, without waiting. */
    void count() {
        noted.incrementAndGet();
        if (isWriterCalled.compareAndSet(false, true)) {
            writer.execute(this::writeInBackground);
        }
    }

    /** Returns how many there were. */
    long total() {
        write();
        return visits.total();
    }

    /** Forgets all that were counted; within a transaction, when that ends. */
    void clear() {
        visits.clear();
    }

    /**
     * Brings all that were counted so far into the table.
     *
     * @throws RejectedExecutionException when others have been at it for so long that the database must be away
     */
    void write() {
        boolean isMine;
        try {
            isMine = writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isMine = false;
        }
        if (!isMine) {
            throw new RejectedExecutionException("the visits are still being written");
        }
        try {
            long batch = noted.get();
            if (batch > 0) {
                visits.add(batch);
                noted.addAndGet(-batch);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Called again by the next visit, so that a database that is away is asked no more often than there are some. */
    private void writeInBackground() {
        isWriterCalled.set(false);
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("{} visits are not in the database yet: {}", noted, e.getMessage());
        }
    }

    /** Writes the last ones. When beans are destroyed, connections may go first. */
    @EventListener
    void writeTheLast(ShutdownEvent shutdown) {
        writeInBackground();
    }

    @PreDestroy
    void close() {
        writer.shutdown();
    }
}
