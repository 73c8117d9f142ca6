package dev.roost.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes lines to the standard output on a thread of its own, many at once, so that no request waits for whoever reads
 * them. Where that one does not read for so long that the queue is full, lines are dropped, and a line tells how many as
 * soon as there is room again.
 *
 * <p>When the process is told to end, whoever logs waits until the line is written: there may be no later.
 */
public final class LogQueue extends ConsoleAppender<ILoggingEvent> {

    private static final int CAPACITY = 4_096;
    private static final int MAX_BATCH = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GATHERING = Duration.ofMillis(2);
    private static final Duration PAUSE = Duration.ofNanos(100_000);

    private final BlockingQueue<ILoggingEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong unwritten = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean isEnding;

    @Override
    public void start() {
        setImmediateFlush(false);
        super.start();
        Thread.ofPlatform().name("log").daemon().start(this::writeAll);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "log-end"));
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        unwritten.incrementAndGet();
        if (!queue.offer(event)) {
            unwritten.decrementAndGet();
            dropped.incrementAndGet();
        }
        if (isEnding) {
            isEnding = awaitWritten(); // One that is not read is waited for but once.
        }
    }

    private void end() {
        isEnding = true;
        isEnding = awaitWritten();
    }

    @Override
    public void stop() {
        if (awaitWritten()) { // A stream that somebody waits for cannot be closed.
            super.stop();
        }
    }

    /** Waits until every line is written, for as long as somebody may be reading, and tells whether it is. */
    private boolean awaitWritten() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (unwritten.get() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return unwritten.get() == 0;
    }

    private void writeAll() {
        var batch = new ArrayList<ILoggingEvent>();
        try {
            while (true) {
                batch.add(queue.take());
                if (!isEnding) {
                    LockSupport.parkNanos(GATHERING.toNanos()); // To be woken once for many.
                }
                queue.drainTo(batch, MAX_BATCH);
                write(batch);
                unwritten.addAndGet(-batch.size());
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<ILoggingEvent> batch) {
        try {
            batch.forEach(super::append);
            long lost = dropped.getAndSet(0);
            if (lost > 0) {
                super.append(line("{} lines were dropped: whoever reads the log was too slow", lost));
            }
            getOutputStream().flush();
        } catch (IOException | RuntimeException e) {
            addError("lines could not be written", e);
        }
    }

    private LoggingEvent line(String message, Object argument) {
        var logger = ((LoggerContext) getContext()).getLogger(LogQueue.class);
        return new LoggingEvent(LogQueue.class.getName(), logger, Level.WARN, message, null, new Object[] {argument});
    }
}
