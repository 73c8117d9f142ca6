package dev.roost;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What is logged in this JVM while it is open. */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final long GIVE_UP_NANOS = 20_000_000_000L;

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    public LogCapture() {
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    /** Returns the lines so far whose message or logger matches. */
    public List<ILoggingEvent> lines(Predicate<ILoggingEvent> which) {
        return events.stream().filter(which).toList();
    }

    /** Waits for so many of these lines, and returns those that there are. */
    public List<ILoggingEvent> await(int count, Predicate<ILoggingEvent> which) {
        long deadline = System.nanoTime() + GIVE_UP_NANOS;
        while (lines(which).size() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        return lines(which);
    }

    /** Returns the line of the request with this id, which was the only one sent with it. */
    public Map<String, Object> requestLine(String id) {
        return members(await(
                        1,
                        line -> isRequest(line)
                                && id.equals(line.getMDCPropertyMap().get("request_id")))
                .getFirst());
    }

    /** Returns the lines of so many requests, or of those that there were in time. */
    public List<Map<String, Object>> requestLines(int count) {
        return await(count, LogCapture::isRequest).stream()
                .map(LogCapture::members)
                .toList();
    }

    private static boolean isRequest(ILoggingEvent line) {
        return line.getMessage().equals("request");
    }

    private static Map<String, Object> members(ILoggingEvent line) {
        var members = new HashMap<String, Object>(line.getMDCPropertyMap());
        for (KeyValuePair pair : line.getKeyValuePairs()) {
            members.put(pair.key, pair.value);
        }
        return members;
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
