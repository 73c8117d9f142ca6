package dev.roost.http.request;

import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses compressed bodies: what is not inflated cannot be inflated without bound. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ContentCoding {

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        if (request.getHeaders().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .anyMatch(coding -> !coding.equalsIgnoreCase("identity"))) {
            throw ApiException.unsupportedCoding();
        }
    }
}
