package dev.roost.admin;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Counts every request below {@code /app/} whose path can be read, whatever comes of it. */
@ServerFilter("/app/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class VisitFilter {

    private final Visits visits;

    VisitFilter(Visits visits) {
        this.visits = visits;
    }

    @RequestFilter
    void count(HttpRequest<?> request) {
        if (request.getUri().getRawPath().startsWith("/app/")) {
            visits.count();
        }
    }
}
