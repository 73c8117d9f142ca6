package dev.roost.http.requestlog;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes one line for each request; {@code request_id} and {@code user_id} are in every line. */
final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    /** What nginx writes where the client went away before there was an answer. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;

    private RequestLog() {}

    /**
     * Writes the line.
     *
     * @param routed the request as it reached Micronaut, or null where it did not
     * @param event what happened to an account's security, or null
     */
    static void write(
            RequestHead head, @Nullable HttpRequest<?> routed, @Nullable SecurityEvent event, Outcome outcome) {
        String route = routed == null
                ? null
                : BasicHttpAttributes.getUriTemplate(routed).orElse(null);
        var line = LOG.atInfo().addKeyValue("method", head.method()).addKeyValue("path", head.path());
        line = add(line, "route", route)
                .addKeyValue("status", outcome.status() == 0 ? CLIENT_CLOSED_REQUEST : outcome.status())
                .addKeyValue("duration_ms", millisSince(head.startNanos()))
                .addKeyValue("bytes", outcome.bytes())
                .addKeyValue("remote_addr", head.client());
        line = add(line, "user_agent", head.userAgent());
        line = add(line, "event", code(event == null ? impliedEvent(routed, outcome.status()) : event));
        line = add(line, "aborted", outcome.isSent() ? null : true);
        line.log("request");
    }

    private static @Nullable SecurityEvent impliedEvent(@Nullable HttpRequest<?> routed, int status) {
        return routed == null
                ? null
                : SecurityEvent.impliedBy(status, routed.getHeaders().contains(HttpHeaders.AUTHORIZATION));
    }

    private static @Nullable String code(@Nullable SecurityEvent event) {
        return event == null ? null : event.code();
    }

    private static LoggingEventBuilder add(LoggingEventBuilder line, String key, @Nullable Object value) {
        return value == null ? line : line.addKeyValue(key, value);
    }

    /** Whole microseconds: more would be noise, less would be nothing for most reads. */
    private static double millisSince(long startNanos) {
        return Math.round((System.nanoTime() - startNanos) / NANOS_PER_MICRO) / MICROS_PER_MILLI;
    }

    /**
     * What became of a request.
     *
     * @param status the answer's status, or 0 where there was none
     * @param bytes how much of its body was sent, in bytes
     * @param isSent whether all of it was sent
     */
    record Outcome(int status, long bytes, boolean isSent) {}
}
