package dev.roost.http;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.concurrent.CompletableFuture;

/** Whether the service is about to end. Connections then end with their next answer, so that clients move on. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class Draining {

    private volatile boolean hasBegun;
    private volatile CompletableFuture<Void> release = CompletableFuture.completedFuture(null);

    /** Lets it begin, for good. */
    public void begin() {
        hasBegun = true;
    }

    /** Tells whether it has begun. */
    public boolean hasBegun() {
        return hasBegun;
    }

    /** Keeps all answers back until they are released. */
    public void hold() {
        release = new CompletableFuture<>();
    }

    /** Sends what was kept back. */
    public void release() {
        release.complete(null);
    }

    @ResponseFilter
    CompletableFuture<MutableHttpResponse<?>> send(MutableHttpResponse<?> response) {
        return release.thenApply(released -> response);
    }
}
