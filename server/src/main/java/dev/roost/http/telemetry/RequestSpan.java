package dev.roost.http.telemetry;

import dev.roost.http.RequestId;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/** Tells the span of a request what OpenTelemetry's agent, which knows Netty alone, does not: its route and its id. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
@Requires(condition = TracingAgentCondition.class)
final class RequestSpan {

    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("roost.request_id");

    @RequestFilter
    void describe(HttpRequest<?> request) {
        Span span = Span.current().setAttribute(REQUEST_ID, RequestId.of(request));
        BasicHttpAttributes.getUriTemplate(request)
                .ifPresent(route ->
                        span.updateName(request.getMethodName() + " " + route).setAttribute(ROUTE, route));
    }
}
