package dev.roost.client;

import dev.roost.client.gen.model.FieldError;
import dev.roost.client.gen.model.Problem;
import dev.roost.client.http.RetryAfter;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service's refusal of a call, with the members of its problem document (RFC 9457). A refusal that holds none, such
 * as a proxy's, has the status and the headers alone.
 */
public class ProblemException extends RoostException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final TreeMap<String, List<String>> headers; // A map that can be serialized.
    private final @Nullable Duration retryAfter;

    ProblemException(Problem problem, HttpHeaders headers) {
        super("%d %s: %s (request %s)"
                .formatted(
                        problem.getStatus(),
                        problem.getTitle(),
                        problem.getDetail(),
                        requestId(problem, headers).orElse("unknown")));
        this.problem = problem;
        this.headers = new TreeMap<>(headers.map());
        this.retryAfter = RetryAfter.of(headers, Clock.systemUTC()).orElse(null);
    }

    static ProblemException of(Problem problem, HttpHeaders headers) {
        return switch (problem.getStatus()) {
            case 400 -> new BadRequestException(problem, headers);
            case 401 -> new UnauthenticatedException(problem, headers);
            case 403 -> new ForbiddenException(problem, headers);
            case 404 -> new NotFoundException(problem, headers);
            case 409 -> new ConflictException(problem, headers);
            case 412 -> new PreconditionFailedException(problem, headers);
            case 422 -> new ValidationFailedException(problem, headers);
            case 429 -> new TooManyRequestsException(problem, headers);
            case 503 -> new ServiceUnavailableException(problem, headers);
            default ->
                problem.getStatus() / 100 == 5
                        ? new ServerErrorException(problem, headers)
                        : new ProblemException(problem, headers);
        };
    }

    /** Returns the HTTP status. */
    public int status() {
        return problem.getStatus();
    }

    /** Returns the URI reference that names the kind of problem, such as {@code /problems#not-found}. */
    public String type() {
        return problem.getType();
    }

    /** Returns the last part of the type, such as {@code not-found}; newer services may know kinds that are new. */
    public String kind() {
        return type().substring(Math.max(type().lastIndexOf('#'), type().lastIndexOf('/')) + 1);
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
    public Optional<String> requestId() {
        return requestId(problem, headers());
    }

    /** Returns every rule that the request breaks; empty unless the status is 422. */
    public List<FieldError> errors() {
        return Stream.ofNullable(problem.getErrors())
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns how long to wait before trying again; empty unless the service says so, as it does with 429 and 503. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns the headers of the answer. */
    public HttpHeaders headers() {
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private static Optional<String> requestId(Problem problem, HttpHeaders headers) {
        return Optional.ofNullable(problem.getRequestId()).or(() -> headers.firstValue("X-Request-Id"));
    }
}
