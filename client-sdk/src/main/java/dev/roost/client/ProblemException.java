package dev.roost.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roost.client.gen.ApiClient;
import dev.roost.client.gen.ApiException;
import dev.roost.client.gen.model.FieldError;
import dev.roost.client.gen.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service's refusal of a call, with the members of its problem document (RFC 9457). A refusal that holds none, such
 * as a proxy's, has the status alone.
 */
public sealed class ProblemException extends RoostException
        permits BadRequestException,
                UnauthenticatedException,
                ForbiddenException,
                NotFoundException,
                ValidationFailedException,
                TooManyRequestsException,
                ServiceUnavailableException {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private final Problem problem;
    private final @Nullable Duration retryAfter;

    ProblemException(Problem problem) {
        this(problem, null);
    }

    ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super("%d %s: %s (request %s)"
                .formatted(problem.getStatus(), problem.getTitle(), problem.getDetail(), problem.getRequestId()));
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    static ProblemException of(ApiException refusal) {
        Problem problem = problem(refusal);
        return switch (refusal.getCode()) {
            case 400 -> new BadRequestException(problem);
            case 401 -> new UnauthenticatedException(problem);
            case 403 -> new ForbiddenException(problem);
            case 404 -> new NotFoundException(problem);
            case 422 -> new ValidationFailedException(problem);
            case 429 -> new TooManyRequestsException(problem, retryAfter(refusal));
            case 503 -> new ServiceUnavailableException(problem, retryAfter(refusal));
            default -> new ProblemException(problem);
        };
    }

    private static Problem problem(ApiException refusal) {
        var headers = refusal.getResponseHeaders();
        var problem = new Problem()
                .type("about:blank")
                .title("HTTP " + refusal.getCode())
                .detail("the service did not say why")
                .requestId(headers.firstValue("X-Request-Id").orElse("unknown"));
        try {
            JSON.readerForUpdating(problem).readValue(refusal.getResponseBody());
        } catch (JsonProcessingException e) { // Then it is no problem document, and the status alone is known.
        }
        return problem.status(refusal.getCode());
    }

    private static @Nullable Duration retryAfter(ApiException refusal) {
        return refusal.getResponseHeaders()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}")) // A proxy may send a date.
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    /** Returns the HTTP status. */
    public int status() {
        return problem.getStatus();
    }

    /** Returns the URI reference that names the kind of problem, such as {@code /problems#not-found}. */
    public String type() {
        return problem.getType();
    }

    /** Returns the kind of problem in words. */
    public String title() {
        return problem.getTitle();
    }

    /** Returns what was wrong with this call. */
    public String detail() {
        return problem.getDetail();
    }

    /** Returns what finds this call in the service's log. */
    public String requestId() {
        return problem.getRequestId();
    }

    /** Returns how long to wait before trying again; empty unless the service says so, as it does with 429 and 503. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns every rule that the request breaks; empty unless the status is 422. */
    public List<FieldError> errors() {
        return List.copyOf(Objects.requireNonNullElse(problem.getErrors(), List.of()));
    }
}
