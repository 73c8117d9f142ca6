package dev.roost.http.problem;

import dev.roost.http.RequestId;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Renders every error, ours and the framework's, as a problem document. */
@Primary
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        ProblemKind kind = ProblemKind.of(response.status());
        String detail = context.getRootCause()
                .filter(ConversionErrorException.class::isInstance)
                .map(cause -> "the value of %s is of the wrong type"
                        .formatted(nameInRequest(((ConversionErrorException) cause).getArgument())))
                .orElse(kind.detail());
        return render(context.getRequest(), response, kind, detail, List.of());
    }

    private static String nameInRequest(Argument<?> argument) {
        return argument.getAnnotationMetadata().stringValue(Bindable.class).orElse(argument.getName());
    }

    MutableHttpResponse<Problem> of(HttpRequest<?> request, ProblemKind kind, String detail, List<FieldError> errors) {
        return render(request, HttpResponse.status(kind.status()), kind, detail, errors);
    }

    @SuppressWarnings("unchecked") // The body, and with it the type, is replaced here.
    private static MutableHttpResponse<Problem> render(
            HttpRequest<?> request,
            MutableHttpResponse<?> response,
            ProblemKind kind,
            String detail,
            List<FieldError> errors) {
        var problem = (MutableHttpResponse<Problem>) response;
        problem.status(kind.status());
        if (kind == ProblemKind.UNAUTHENTICATED) {
            problem.header(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
        }
        problem.body(Problem.of(kind, detail, errors, RequestId.of(request), request.getPath()));
        return problem.contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    /** RFC 6750, section 3.1: no error code where the request held no token, as with another scheme. */
    private static String challenge(HttpRequest<?> request) {
        boolean isToken = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION).stream()
                .anyMatch(field -> field.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length()));
        return isToken ? "Bearer error=\"invalid_token\"" : "Bearer";
    }
}
