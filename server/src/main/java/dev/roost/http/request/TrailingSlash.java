package dev.roost.http.request;

import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Gives a resource of the API one path: with a slash behind it, an empty id would be the whole list. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TrailingSlash {

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        String path = request.getPath();
        if (path.endsWith("/") && (path.startsWith("/api/") || path.startsWith("/admin/"))) {
            throw ApiException.notFound();
        }
    }
}
