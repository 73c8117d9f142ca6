package dev.roost.http.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every refusal (RFC 9457), with the members that older clients read. */
@Serdeable.Serializable
@Schema(description = "The body of every refusal: an RFC 9457 problem document.")
public record Problem(
        @Schema(description = "Names the kind of problem.", example = "/problems#not-found")
        String type,

        @Schema(description = "The kind in words.", example = "Not found")
        String title,

        @Schema(description = "The HTTP status.", example = "404")
        int status,

        @Schema(description = "What was wrong with this request.", example = "product 42 does not exist")
        String detail,

        @Schema(
                description = "Finds the request in the service's log; the same as the X-Request-Id header.",
                example = "6f1c7f0e5d8b4d0f9f6c2c1f0a3b5d7e")
        String requestId,

        @Nullable
        @ArraySchema(
                maxItems = 100,
                arraySchema = @Schema(description = "With status 422: every rule that the body breaks."))
        List<FieldError> errors,

        @Nullable @Schema(description = "Below /api/v1: the status again.", example = "404")
        Integer code,

        @Nullable @Schema(description = "Below /api/v1: the detail again.", example = "product 42 does not exist")
        String message,

        @Nullable @Schema(description = "Everywhere else: the detail again.", example = "not found")
        String error) {

    /** Keeps the errors as they are now. */
    public Problem {
        errors = errors == null ? null : List.copyOf(errors);
    }

    static Problem of(ProblemKind kind, String detail, List<FieldError> errors, String requestId, String path) {
        boolean productsDoor = path.startsWith("/api/v1/");
        int status = kind.status().getCode();
        return new Problem(
                kind.type(),
                kind.title(),
                status,
                detail,
                requestId,
                errors.isEmpty() ? null : errors,
                productsDoor ? status : null,
                productsDoor ? detail : null,
                productsDoor ? null : detail);
    }
}
