package dev.roost.client;

import dev.roost.client.http.BodyBytes;
import dev.roost.client.http.Futures;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A request that was sent and what came back, without any token or password. */
public final class Exchange {

    private final HttpRequest request;
    private final @Nullable HttpResponse<byte[]> response;
    private final @Nullable Throwable failure;
    private final int attempt;
    private final Duration duration;

    Exchange(
            HttpRequest request,
            @Nullable HttpResponse<byte[]> response,
            @Nullable Throwable failure,
            int attempt,
            Duration duration) {
        this.request = request;
        this.response = response;
        this.failure = failure;
        this.attempt = attempt;
        this.duration = duration;
    }

    /** Returns the method of the request. */
    public String method() {
        return request.method();
    }

    /** Returns where the request went. */
    public URI uri() {
        return request.uri();
    }

    /** Returns which of its call's requests this is, from 1. */
    public int attempt() {
        return attempt;
    }

    /** Returns how long it took until the whole answer was there, or until it was clear that there is none. */
    public Duration duration() {
        return duration;
    }

    /** Returns the status of the answer; nothing where none arrived. */
    public OptionalInt status() {
        return response == null ? OptionalInt.empty() : OptionalInt.of(response.statusCode());
    }

    /** Returns why no answer arrived; nothing where one did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure).map(Futures::cause);
    }

    /** Returns what finds this request in the service's log. */
    public Optional<String> requestId() {
        return responseHeaders().firstValue("X-Request-Id");
    }

    /** Returns the headers of the request; those that hold secrets have another value. */
    public HttpHeaders requestHeaders() {
        return Redaction.of(request.headers());
    }

    /** Returns the headers of the answer; those that hold secrets have another value. */
    public HttpHeaders responseHeaders() {
        return Redaction.of(response == null ? Redaction.NO_HEADERS : response.headers());
    }

    /** Returns the JSON that was sent; members that hold secrets have another value. Nothing where it is no JSON. */
    public Optional<String> requestBody() {
        return request.bodyPublisher().map(BodyBytes::of).flatMap(Redaction::of);
    }

    /** Returns the JSON that came back; members that hold secrets have another value. Nothing where it is no JSON. */
    public Optional<String> responseBody() {
        return Optional.ofNullable(response).map(HttpResponse::body).flatMap(Redaction::of);
    }

    /** Says in a line what was sent and what came back. */
    @Override
    public String toString() {
        return "%s %s -> %s in %d ms (attempt %d, request %s)"
                .formatted(
                        method(),
                        uri(),
                        response == null ? failure().orElseThrow() : response.statusCode(),
                        duration.toMillis(),
                        attempt,
                        requestId().orElse("unknown"));
    }
}
