package dev.roost.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;

/**
 * Lets no request wait for whoever reads the log. Where that one does not read for so long that the queue is full, lines
 * are dropped, and before the next one that finds room, a line tells how many.
 */
public final class LogQueue extends AsyncAppender {

    /** Room for a line, and for the one that tells of those before it. */
    private static final int ROOM = 2;

    private long dropped;

    @Override
    public void start() {
        setNeverBlock(true);
        setDiscardingThreshold(0);
        super.start();
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        if (getRemainingCapacity() < ROOM) {
            dropped++;
            return;
        }
        if (dropped > 0) {
            super.append(line("{} lines were dropped: whoever reads the log was too slow", dropped));
            dropped = 0;
        }
        super.append(event);
    }

    private LoggingEvent line(String message, Object argument) {
        var logger = ((LoggerContext) getContext()).getLogger(LogQueue.class);
        var line =
                new LoggingEvent(LogQueue.class.getName(), logger, Level.WARN, message, null, new Object[] {argument});
        line.setMDCPropertyMap(Map.of()); // It is about no request.
        return line;
    }
}
