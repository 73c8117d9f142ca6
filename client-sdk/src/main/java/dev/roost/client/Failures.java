package dev.roost.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.roost.client.gen.ApiException;
import dev.roost.client.gen.model.Problem;
import dev.roost.client.http.Futures;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What callers are told of what went wrong below. */
final class Failures {

    private Failures() {}

    /** Returns a {@link RoostException}, unless the failure is none of the service's or the network's. */
    static Throwable of(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof ApiException refusal && refusal.getCode() != 0) {
            return ProblemException.of(problem(refusal), refusal.getResponseHeaders());
        }
        Throwable error = cause instanceof ApiException && cause.getCause() != null ? cause.getCause() : cause;
        if (error instanceof HttpTimeoutException) {
            return new RoostTimeoutException(error);
        }
        return error instanceof IOException unanswered
                ? new RoostConnectionException(message(unanswered), Json.unquoted(unanswered))
                : error;
    }

    private static String message(IOException error) {
        return error instanceof JsonProcessingException
                ? "the service's answer cannot be read"
                : "the service did not answer: " + error;
    }

    /** Returns the problem document, or one that says as much as is known. */
    private static Problem problem(ApiException refusal) {
        Problem problem = read(refusal.getResponseBody());
        return problem.status(refusal.getCode())
                .type(Objects.requireNonNullElse(problem.getType(), "about:blank"))
                .title(Objects.requireNonNullElse(problem.getTitle(), "HTTP " + refusal.getCode()))
                .detail(Objects.requireNonNullElse(problem.getDetail(), "the service did not say why"));
    }

    private static Problem read(@Nullable String body) {
        try {
            Problem problem = Json.MAPPER.readValue(body == null ? "" : body, Problem.class);
            return problem == null ? new Problem() : problem;
        } catch (JsonProcessingException e) { // Then it is no problem document, and the status alone is known.
            return new Problem();
        }
    }
}
