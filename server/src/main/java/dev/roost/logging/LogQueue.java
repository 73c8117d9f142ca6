package dev.roost.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to the standard output without letting a request wait for whoever reads it. Where that one does not read
 * for so long that the queue is full, lines are dropped, and before those that come next, a line tells how many.
 *
 * <p>Its thread writes at once what has gathered, and then rests for a moment: to wake it for each line costs more than
 * the line. A line waits no longer than that.
 */
public final class LogQueue extends UnsynchronizedAppenderBase<ILoggingEvent> implements Runnable {

    private static final int CAPACITY = 4_096;
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** How long the process, when it ends, waits for its lines to be read. */
    private static final long FLUSH_MILLIS = 2_000;

    private final BlockingQueue<ILoggingEvent> lines = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer = new Thread(this, "log");
    private final PrintStream output;
    private @Nullable Encoder<ILoggingEvent> encoder;

    /** Makes one for the standard output, as it is now. */
    public LogQueue() {
        this(System.out);
    }

    LogQueue(PrintStream output) {
        this.output = output;
    }

    /** Tells how a line is written. */
    public void setEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    Encoder<ILoggingEvent> getEncoder() {
        return Objects.requireNonNull(encoder);
    }

    @Override
    public void start() {
        super.start();
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        if (!lines.offer(event)) {
            dropped.incrementAndGet();
        }
    }

    @Override
    public void run() {
        try {
            while (isStarted()) {
                write(lines.take());
                LockSupport.parkNanos(this, REST_NANOS);
            }
        } catch (InterruptedException e) {
            // It is to stop.
        }
        ILoggingEvent next = lines.poll();
        if (next != null) {
            write(next);
        }
    }

    /** Writes a line and those behind it. */
    private void write(ILoggingEvent first) {
        List<ILoggingEvent> events = new ArrayList<>(List.of(first));
        lines.drainTo(events);
        long missing = dropped.getAndSet(0);
        if (missing > 0) {
            events.add(line("{} lines were dropped: whoever reads the log was too slow", missing));
        }
        var bytes = new ByteArrayOutputStream();
        for (ILoggingEvent event : events) {
            try {
                bytes.writeBytes(getEncoder().encode(event));
            } catch (RuntimeException e) {
                addError("a line cannot be written", e);
            }
        }
        output.write(bytes.toByteArray(), 0, bytes.size());
        output.flush();
    }

    @Override
    public void stop() {
        super.stop();
        writer.interrupt();
        try {
            writer.join(FLUSH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LoggingEvent line(String message, Object argument) {
        var logger = ((LoggerContext) getContext()).getLogger(LogQueue.class);
        var line =
                new LoggingEvent(LogQueue.class.getName(), logger, Level.WARN, message, null, new Object[] {argument});
        line.setMDCPropertyMap(Map.of()); // It is about no request.
        return line;
    }
}
