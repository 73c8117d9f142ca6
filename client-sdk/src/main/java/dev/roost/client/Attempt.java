package dev.roost.client;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What came of sending a request once: an answer or, where it is null, a failure. */
record Attempt(
        HttpRequest request,
        @Nullable HttpResponse<byte[]> answer,
        @Nullable Throwable failure) {

    /** Returns a future that ends as this attempt did. */
    CompletableFuture<HttpResponse<byte[]>> outcome() {
        return failure == null ? CompletableFuture.completedFuture(answer) : CompletableFuture.failedFuture(failure);
    }
}
