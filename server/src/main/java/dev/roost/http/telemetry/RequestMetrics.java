package dev.roost.http.telemetry;

import dev.roost.http.RequestAttribute;
import dev.roost.http.connection.HeadRequest;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micronaut.configuration.metrics.annotation.RequiresMetrics;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Counts and times requests by method, route and status: never by path, of which there is no end.
 *
 * <p>Micronaut's own filter does not see what the security rules refuse, and has no routes for redirections and 404s.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiresMetrics
final class RequestMetrics {

    private static final RequestAttribute<Long> START = new RequestAttribute<>("roost.request-start", Long.class);

    private final Meter.MeterProvider<Timer> timers;

    RequestMetrics(MeterRegistry registry) {
        timers = Timer.builder("http.server.requests")
                .description("From reading a request's head to having its answer")
                .serviceLevelObjectives(IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
                        .mapToObj(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .withRegistry(registry);
    }

    @RequestFilter
    void start(HttpRequest<?> request) {
        START.set(request, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        START.of(request).ifPresent(start -> timers.withTags(tags(request, response))
                .record(Duration.ofNanos(System.nanoTime() - start)));
    }

    /** What the client can make up is not among them: a method that is none of HTTP's is CUSTOM. */
    private static Tags tags(HttpRequest<?> request, HttpResponse<?> response) {
        String method = HeadRequest.is(request) ? "HEAD" : request.getMethod().name();
        return Tags.of("method", method)
                .and("uri", BasicHttpAttributes.getUriTemplate(request).orElse("UNMATCHED"))
                .and("status", String.valueOf(response.code()));
    }
}
