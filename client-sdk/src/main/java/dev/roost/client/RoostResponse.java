package dev.roost.client;

import dev.roost.client.gen.ApiResponse;
import java.net.http.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole of an answer.
 *
 * @param status the HTTP status: from 200 to 299 or, where it was asked what has changed, 304
 * @param headers the headers
 * @param body what the body says; null where there is none
 */
public record RoostResponse<T extends @Nullable Object>(int status, HttpHeaders headers, T body) {

    static <T extends @Nullable Object> RoostResponse<T> of(ApiResponse<T> answer) {
        var headers = HttpHeaders.of(answer.getHeaders(), (name, value) -> true);
        return new RoostResponse<>(answer.getStatusCode(), headers, answer.getData());
    }

    /** Returns the version of what the body says, with which it can be changed only as long as it is that; with quotes. */
    public Optional<String> etag() {
        return headers.firstValue("ETag");
    }

    /** Returns what finds the call in the service's log. */
    public Optional<String> requestId() {
        return headers.firstValue("X-Request-Id");
    }
}
