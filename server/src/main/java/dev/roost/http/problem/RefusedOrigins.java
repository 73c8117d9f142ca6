package dev.roost.http.problem;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.List;

/** Completes the refusals of CORS, which have no body, before a route is looked for: no other filter sees them. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedOrigins implements ConditionalFilter {

    private final ProblemResponses problems;

    RefusedOrigins(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.ORIGIN);
    }

    @PreMatching
    @ResponseFilter
    MutableHttpResponse<?> complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return response.status() == HttpStatus.FORBIDDEN && response.getBody().isEmpty()
                ? problems.of(request, ProblemKind.FORBIDDEN, "pages of other origins may not send this", List.of())
                : response;
    }
}
