package dev.roost.account;

import dev.roost.account.password.HashingOverloadException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Answers while too many passwords wait for hashing: 503. */
@Singleton
final class HashingOverloadHandler implements ExceptionHandler<HashingOverloadException, HttpResponse<?>> {

    private final ErrorResponseProcessor<?> problems;

    HashingOverloadHandler(ErrorResponseProcessor<?> problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // The interface's own signature.
    public HttpResponse<?> handle(HttpRequest request, HashingOverloadException overload) {
        return problems.processResponse(
                ErrorContext.builder(request).build(),
                HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(overload.retryAfter().toSeconds() + 1)));
    }
}
