package dev.roost.http.request;

import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Gives a resource of the API one path: with a slash behind it, an empty id would be the whole list. */
@ServerFilter({"/api/**", "/admin/**"})
final class TrailingSlash {

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        if (request.getPath().endsWith("/")) {
            throw ApiException.notFound();
        }
    }
}
