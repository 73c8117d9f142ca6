package dev.roost.http.ratelimit;

import dev.roost.http.RequestAttribute;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Counts every request: against its account or, where its sender is not known, against the address it comes from. What
 * watches the service is not counted.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class GeneralLimit {

    private static final Set<String> UNCOUNTED = Set.of("/api/healthz", "/livez", "/readyz", "/prometheus");

    /** Right behind Micronaut's security filter, which knows the caller: {@code ServerFilterPhase.SECURITY.after()}. */
    private static final int KNOWING_THE_CALLER = 39_250;

    private final RateLimiter limiter;
    private final ClientNetwork networks;

    GeneralLimit(RateLimitSettings settings, RateLimiters limiters, ClientNetwork networks) {
        this.limiter = limiters.of("general", settings.requestsPerMinute(), Duration.ofMinutes(1));
        this.networks = networks;
    }

    @RequestFilter
    @Order(KNOWING_THE_CALLER)
    CompletableFuture<HttpRequest<?>> count(HttpRequest<?> request) {
        return UNCOUNTED.contains(request.getPath())
                ? CompletableFuture.completedFuture(request)
                : take(request).thenApply(verdict -> request);
    }

    /** Counts what was refused before the caller was known, and tells how much is left. */
    @ResponseFilter
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    CompletableFuture<MutableHttpResponse<?>> tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return UNCOUNTED.contains(request.getPath())
                ? CompletableFuture.completedFuture(response)
                : Verdict.of(request)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> take(request))
                        .thenApply(verdict -> told(response, verdict));
    }

    /** A limit that refused has said so already. */
    private static MutableHttpResponse<?> told(MutableHttpResponse<?> response, Verdict verdict) {
        if (response.status() != HttpStatus.TOO_MANY_REQUESTS) {
            verdict.headers().forEach(response.getHeaders()::set);
        }
        return response;
    }

    private CompletableFuture<Verdict> take(HttpRequest<?> request) {
        String key = RequestAttribute.PRINCIPAL
                .of(request)
                .map(caller -> "account:" + caller.getName())
                .orElseGet(() -> "address:" + networks.of(request));
        return limiter.take(key).thenApply(verdict -> {
            verdict.addTo(request);
            return verdict.orRefused();
        });
    }
}
