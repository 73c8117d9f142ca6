package dev.roost.http.problem;

import dev.roost.http.RequestId;
import dev.roost.http.SecurityHeaders;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.http.server.exceptions.response.ErrorContext;

/** Completes what is answered before a route is looked for, as preflights are: no other filter sees it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EarlyAnswers {

    private final ProblemResponses problems;

    EarlyAnswers(ProblemResponses problems) {
        this.problems = problems;
    }

    @PreMatching
    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() >= 400) {
            problems.processResponse(ErrorContext.builder(request).build(), response);
        } else {
            RequestId.addTo(response, request);
            SecurityHeaders.addTo(response);
        }
    }
}
