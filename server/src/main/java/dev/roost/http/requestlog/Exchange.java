package dev.roost.http.requestlog;

import dev.roost.http.RequestAttribute;
import dev.roost.http.RequestId;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request, and what becomes of it. It goes along wherever the request is worked on, and tells the lines that are logged
 * there the request's id, and whose it is once that is known.
 *
 * <p>It ends, with its own line, when the answer is sent or cannot be. Where the connection goes before there is an
 * answer, that is when nothing works on the request any more, so that the line tells what came of it.
 */
final class Exchange implements PropagatedContextElement {

    private static final RequestAttribute<Exchange> ATTRIBUTE =
            new RequestAttribute<>("roost.exchange", Exchange.class);
    private static final long UNKNOWN = -1;

    private final PropagatedContext context = PropagatedContext.empty().plus(this);
    private final RequestHead head;
    private final String id;

    private @Nullable HttpRequest<?> routed;
    private volatile @Nullable SecurityEvent event;
    private volatile @Nullable String userId;
    private int status;
    private long length = UNKNOWN;
    private long bytes;
    private boolean isBroken;
    private boolean isComplete;
    private boolean isLogged;

    Exchange(RequestHead head, String id) {
        this.head = head;
        this.id = id;
    }

    /** Returns the exchange that the calling thread works on. */
    static Optional<Exchange> current() {
        return PropagatedContext.getOrEmpty().find(Exchange.class);
    }

    static Optional<Exchange> of(HttpRequest<?> routed) {
        return ATTRIBUTE.of(routed);
    }

    /** Runs some of the work on the request. */
    void run(Runnable work) {
        context.wrap(work).run();
    }

    /** Learns what Micronaut makes of the request; it will say when it is through with it. */
    void route(HttpRequest<?> request) {
        routed = request;
        ATTRIBUTE.set(request, this);
        RequestId.assign(request, id);
    }

    /** Learns what is answered, and gives it the request's id. */
    void answer(HttpResponse response) {
        status = response.status().code();
        length = HttpUtil.getContentLength(response, UNKNOWN);
        response.headers().set(RequestId.HEADER, id);
    }

    /** Learns what became of a part of the answer that has this many bytes of its body. */
    void send(int bytes, boolean isSent) {
        this.bytes += isSent ? bytes : 0;
        isBroken |= !isSent;
    }

    /** Learns that the answer's end is on its way; the connection will say when it is gone. */
    void complete() {
        isComplete = true;
    }

    /** Learns that Micronaut is through with the request: an answer whose end is not on its way will have none. */
    void finish() {
        if (!isComplete) {
            end();
        }
    }

    /** Learns that the connection is gone. */
    void disconnect() {
        if (routed == null) {
            finish();
        }
    }

    /** Writes the line, unless it is written. */
    void end() {
        if (!isLogged) {
            isLogged = true;
            boolean hasAll = isComplete || bytes == length; // Who has all may leave before he is told that it is all.
            var outcome = new RequestLog.Outcome(status, bytes, hasAll && !isBroken);
            run(() -> RequestLog.write(head, routed, event, outcome));
        }
    }

    /** Keeps the first event. */
    void record(SecurityEvent event, @Nullable UUID userId) {
        if (this.event == null) {
            this.event = event;
            this.userId = userId == null ? null : userId.toString();
        }
    }

    /** Returns what lines tell that are logged for it. */
    Map<String, String> ids() {
        String user = userId();
        return user == null ? Map.of("request_id", id) : Map.of("request_id", id, "user_id", user);
    }

    private @Nullable String userId() {
        return userId == null && routed != null
                ? RequestAttribute.PRINCIPAL.of(routed).map(Principal::getName).orElse(null)
                : userId;
    }
}
