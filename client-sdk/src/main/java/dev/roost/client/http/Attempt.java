package dev.roost.client.http;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What came of sending a request once: an answer or, where it is null, a failure. */
record Attempt(
        HttpRequest request,
        @Nullable HttpResponse<byte[]> answer,
        @Nullable Throwable failure) {

    /** Sending one of these twice does what sending it once does (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

    /** Returns a future that ends as this attempt did. */
    CompletableFuture<HttpResponse<byte[]>> outcome() {
        return failure == null ? CompletableFuture.completedFuture(answer) : CompletableFuture.failedFuture(failure);
    }

    /** Returns whether another attempt may succeed and does nothing twice. */
    boolean isRepeatable() {
        return (hasKey() || IDEMPOTENT.contains(request.method())) && isPassing();
    }

    /** A conflict over a key says that the first request is still under way. */
    private boolean isPassing() {
        if (answer == null) {
            return failure != null && Futures.cause(failure) instanceof IOException;
        }
        return PASSING.contains(answer.statusCode()) || (hasKey() && answer.statusCode() == 409);
    }

    private boolean hasKey() {
        return request.headers().firstValue(Retrying.IDEMPOTENCY_KEY).isPresent();
    }
}
