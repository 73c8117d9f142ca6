package dev.roost.admin;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Counts every request below {@code /app/} whose path can be read, whatever comes of it: not one of another path that is
 * only decoded to it, or stands behind a host.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class VisitFilter implements Ordered {

    private final Visits visits;

    VisitFilter(Visits visits) {
        this.visits = visits;
    }

    /** Before anything refuses a request, but what could not be read as one. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    void count(HttpRequest<?> request) {
        if (request.getPath().startsWith("/app/")
                && request.getUri().getRawPath().startsWith("/app/")) {
            visits.count();
        }
    }
}
