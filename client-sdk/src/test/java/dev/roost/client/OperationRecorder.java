package dev.roost.client;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notes, inside the service, which operations it has answered with success. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OperationRecorder {

    private static final Set<String> SUCCEEDED = ConcurrentHashMap.newKeySet();

    @ResponseFilter
    void record(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() < 300) {
            BasicHttpAttributes.getUriTemplate(request)
                    .ifPresent(template -> SUCCEEDED.add(request.getMethodName() + " " + template));
        }
    }

    /** Returns the operations that have succeeded, such as {@code GET /api/v1/products/{id}}. */
    static Set<String> operations() {
        return Set.copyOf(SUCCEEDED);
    }
}
