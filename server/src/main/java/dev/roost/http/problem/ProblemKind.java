package dev.roost.http.problem;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of refusal: each has one status, one {@code type} URI and one title. */
public enum ProblemKind {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "Malformed request", "the request cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Unauthenticated", "a valid access token is needed"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Forbidden", "this is not yours to do"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", "there is nothing at this path"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed", "this path does not know that method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable", "this path answers with application/json only"),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "Request timeout", "the request did not come whole in time"),
    CONFLICT(HttpStatus.CONFLICT, "Conflict", "another request is in the way; try again"),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "Precondition failed", "a condition of the request is not met"),
    CONTENT_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "Content too large", "the body is larger than 1 MiB"),
    URI_TOO_LONG(HttpStatus.REQUEST_URI_TOO_LONG, "URI too long", "the request line is too long"),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", "the body must be sent as application/json"),
    RANGE_NOT_SATISFIABLE(
            HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "Range not satisfiable", "the content has no such range"),
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_ENTITY, "Validation failed", "the request breaks a rule"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests", "too many requests; try again later"),
    HEADERS_TOO_LARGE(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Header fields too large", "the header fields are too large"),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Internal error",
            "something went wrong on our side; the request id finds it in our log"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Unavailable", "the service cannot answer right now; try again");

    private final HttpStatus status;
    private final String title;
    private final String detail;

    ProblemKind(HttpStatus status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** Returns the kind that a status set by the framework stands for. */
    static ProblemKind of(HttpStatus status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status == status)
                .findFirst()
                .orElse(status.getCode() < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Returns what to tell the caller where nothing more is known. */
    String detail() {
        return detail;
    }

    /** Returns the kind's name in URIs, such as {@code not-found}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the URI reference under which the service documents this kind. */
    String type() {
        return "/problems#" + slug();
    }
}
