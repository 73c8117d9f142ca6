package dev.roost.http.connection;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.server.cors.CorsFilter;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Gives up on an answer that is not made in time: the client gets a 503, what makes the answer ends by itself. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AnswerDeadline implements Ordered {

    /** For as long as the process runs, as requests may still be answered when no bean is left. */
    private static final HashedWheelTimer TIMER =
            new HashedWheelTimer(new DefaultThreadFactory("answer-deadline", true));

    private final TimeLimits limits;
    private final Mono<Void> deadline = Mono.create(this::start);

    AnswerDeadline(TimeLimits limits) {
        this.limits = limits;
    }

    /** Pages of other origins can still read the answer. */
    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER + 20;
    }

    @RequestFilter
    Publisher<MutableHttpResponse<?>> limit(FilterContinuation<Publisher<MutableHttpResponse<?>>> rest) {
        return Mono.from(rest.proceed())
                .timeout(deadline, Mono.error(() -> new TimeoutException("the answer was not made in time")));
    }

    /** The timer forgets what is cancelled only at its next tick, so that what it keeps must not hold the request. */
    private void start(MonoSink<Void> expired) {
        var waiting = new AtomicReference<@Nullable MonoSink<Void>>(expired);
        Timeout timeout = TIMER.newTimeout(
                passed -> {
                    MonoSink<Void> sink = waiting.get();
                    if (sink != null) {
                        sink.success();
                    }
                },
                limits.writeTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
        expired.onDispose(() -> {
            waiting.set(null);
            timeout.cancel();
        });
    }
}
