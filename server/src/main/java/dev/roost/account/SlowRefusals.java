package dev.roost.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends late what turns away a login, a registration or a change of credentials: clients that ask again at once would
 * keep the service busy with refusing them.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SlowRefusals {

    private static final int DELAY_MILLIS = 300;
    private static final Set<HttpStatus> REFUSALS =
            Set.of(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.SERVICE_UNAVAILABLE);

    @ResponseFilter
    CompletableFuture<MutableHttpResponse<?>> delay(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return REFUSALS.contains(response.status()) && isAboutCredentials(request.getPath())
                ? new CompletableFuture<MutableHttpResponse<?>>()
                        .completeOnTimeout(response, DELAY_MILLIS, TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture(response);
    }

    private static boolean isAboutCredentials(String path) {
        return path.startsWith("/api/v1/auth/") || path.equals("/api/users") || path.equals("/api/login");
    }
}
