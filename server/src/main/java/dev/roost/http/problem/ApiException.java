package dev.roost.http.problem;

import io.micronaut.http.HttpHeaders;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A refusal: its kind, and a sentence for the caller that tells nothing of the inside. */
public final class ApiException extends RuntimeException {

    private static final String RETRY_AFTER_SECONDS = "1";

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    private ApiException(ProblemKind kind, String detail, List<FieldError> errors) {
        this(kind, detail, errors, Map.of());
    }

    private ApiException(ProblemKind kind, String detail, List<FieldError> errors, Map<String, String> headers) {
        super(detail, null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** The request cannot be read: 400. */
    public static ApiException malformed(String detail) {
        return new ApiException(ProblemKind.MALFORMED_REQUEST, detail, List.of());
    }

    /** The request did not come whole in time: 408. */
    public static ApiException requestTimeout() {
        return new ApiException(ProblemKind.REQUEST_TIMEOUT, ProblemKind.REQUEST_TIMEOUT.detail(), List.of());
    }

    /** The body is longer than is read: 413. */
    public static ApiException contentTooLarge() {
        return new ApiException(ProblemKind.CONTENT_TOO_LARGE, ProblemKind.CONTENT_TOO_LARGE.detail(), List.of());
    }

    /** The request line is longer than is read: 414. */
    public static ApiException uriTooLong() {
        return new ApiException(ProblemKind.URI_TOO_LONG, ProblemKind.URI_TOO_LONG.detail(), List.of());
    }

    /** The header fields are longer than is read: 431. */
    public static ApiException headersTooLarge() {
        return new ApiException(ProblemKind.HEADERS_TOO_LARGE, ProblemKind.HEADERS_TOO_LARGE.detail(), List.of());
    }

    /** The caller is not known: 401. */
    public static ApiException unauthenticated(String detail) {
        return new ApiException(ProblemKind.UNAUTHENTICATED, detail, List.of());
    }

    /** The caller is not known, and this scheme is how to say who it is: 401. */
    public static ApiException unauthenticated(String detail, String scheme) {
        return new ApiException(
                ProblemKind.UNAUTHENTICATED, detail, List.of(), Map.of(HttpHeaders.WWW_AUTHENTICATE, scheme));
    }

    /** The caller is known, and this is not theirs to do: 403. */
    public static ApiException forbidden(String detail) {
        return new ApiException(ProblemKind.FORBIDDEN, detail, List.of());
    }

    /** There is nothing at this path: 404. */
    public static ApiException notFound() {
        return notFound(ProblemKind.NOT_FOUND.detail());
    }

    /** There is no such thing: 404. */
    public static ApiException notFound(String detail) {
        return new ApiException(ProblemKind.NOT_FOUND, detail, List.of());
    }

    /** Another request is in the way, and soon will not be: 409. */
    public static ApiException conflict(String detail) {
        return new ApiException(
                ProblemKind.CONFLICT, detail, List.of(), Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }

    /** What the request is about is not as the client has it: 412. */
    public static ApiException preconditionFailed(String detail) {
        return new ApiException(ProblemKind.PRECONDITION_FAILED, detail, List.of());
    }

    /** The content, of this many bytes, has no such range: 416. */
    public static ApiException rangeNotSatisfiable(long size) {
        return new ApiException(
                ProblemKind.RANGE_NOT_SATISFIABLE,
                "there are only %d bytes".formatted(size),
                List.of(),
                Map.of(HttpHeaders.CONTENT_RANGE, "bytes */" + size));
    }

    /** The body is of a type that is not read: 415. */
    public static ApiException unsupportedMediaType(String detail) {
        return new ApiException(ProblemKind.UNSUPPORTED_MEDIA_TYPE, detail, List.of());
    }

    /** The body is in a coding that is not read: 415. */
    public static ApiException unsupportedCoding() {
        return new ApiException(
                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                "the body must be sent without a content coding",
                List.of(),
                Map.of(HttpHeaders.ACCEPT_ENCODING, "identity"));
    }

    /** The request breaks rules: 422, with every one of them. */
    public static ApiException invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String detail = (first.field() + " " + first.message()).strip();
        return new ApiException(
                ProblemKind.VALIDATION_FAILED,
                errors.size() == 1 ? detail : detail + ", and %d more".formatted(errors.size() - 1),
                errors);
    }

    /** The request breaks constraints: 422. */
    public static ApiException invalid(Collection<? extends ConstraintViolation<?>> violations) {
        return invalid(
                violations.stream().map(FieldError::of).distinct().sorted().toList());
    }

    /** Some members are of the wrong type, and what is left breaks constraints: 422, with all of it. */
    public static ApiException invalid(
            List<FieldError> mistyped, Collection<? extends ConstraintViolation<?>> violations) {
        Set<String> known = mistyped.stream().map(FieldError::field).collect(Collectors.toSet());
        return invalid(Stream.concat(
                        mistyped.stream(),
                        violations.stream().map(FieldError::of).filter(error -> !known.contains(error.field())))
                .distinct()
                .sorted()
                .toList());
    }

    /** The request breaks one rule: 422. */
    public static ApiException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** The client asks too often, and may again in so many seconds: 429. */
    public static ApiException tooManyRequests(long seconds, Map<String, String> rateLimit) {
        var headers = new HashMap<>(rateLimit);
        headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return new ApiException(
                ProblemKind.TOO_MANY_REQUESTS,
                "too many requests; try again in %d s".formatted(seconds),
                List.of(),
                headers);
    }

    /** Nothing can be done right now, but soon: 503. */
    public static ApiException unavailable() {
        return new ApiException(
                ProblemKind.UNAVAILABLE,
                ProblemKind.UNAVAILABLE.detail(),
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
    }

    ProblemKind kind() {
        return kind;
    }

    String detail() {
        return detail;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** Returns the header fields that belong to the refusal. */
    Map<String, String> headers() {
        return headers;
    }
}
