package dev.roost.client.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Something that sends a request and reads the whole of its answer. */
@FunctionalInterface
public interface Transport {

    /** Fails with an {@link java.io.IOException} when no answer, or not all of it, arrives. */
    CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request);
}
