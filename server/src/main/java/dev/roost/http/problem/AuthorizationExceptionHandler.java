package dev.roost.http.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers what the security rules refuse: 401 to the unknown, 403 to the known. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AuthorizationExceptionHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    private final ProblemResponses problems;

    AuthorizationExceptionHandler(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // The interface's own signature.
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
        ProblemKind kind = exception.isForbidden() ? ProblemKind.FORBIDDEN : ProblemKind.UNAUTHENTICATED;
        return problems.of(request, kind, kind.detail(), List.of());
    }
}
