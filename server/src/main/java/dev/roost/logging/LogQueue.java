package dev.roost.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets no request wait for whoever reads the log. Where that one does not read for so long that the queue is full, lines
 * are dropped, and a line tells how many as soon as there is room again.
 */
public final class LogQueue extends AsyncAppender {

    private final AtomicLong dropped = new AtomicLong();

    @Override
    public void start() {
        setNeverBlock(true);
        setDiscardingThreshold(0);
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (getRemainingCapacity() == 0) {
            dropped.incrementAndGet();
            return;
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            super.append(line("{} lines were dropped: whoever reads the log was too slow", lost));
        }
        super.append(event);
    }

    private LoggingEvent line(String message, Object argument) {
        var logger = ((LoggerContext) getContext()).getLogger(LogQueue.class);
        return new LoggingEvent(LogQueue.class.getName(), logger, Level.WARN, message, null, new Object[] {argument});
    }
}
