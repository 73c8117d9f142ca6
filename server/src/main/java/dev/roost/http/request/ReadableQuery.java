package dev.roost.http.request;

import dev.roost.http.PercentEncoding;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses a query that is no text: what Netty cannot decode it would guess, and U+0000 no database could keep. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ReadableQuery {

    @RequestFilter
    void require(HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        if (query != null && !isText(query)) {
            throw ApiException.malformed("the query is not percent-encoded UTF-8");
        }
    }

    private static boolean isText(String query) {
        try {
            return PercentEncoding.decode(query).indexOf('\0') < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
