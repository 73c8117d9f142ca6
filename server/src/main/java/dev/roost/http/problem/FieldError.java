package dev.roost.http.problem;

import io.micronaut.core.naming.NameUtils;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Locale;

/** One broken rule of a request. */
@Serdeable.Serializable
@Schema(description = "One broken rule of a request.")
public record FieldError(
        @Schema(
                description =
                        "The member of the body, or the parameter of the query; empty where the rule is about the whole request.",
                example = "price")
        String field,

        @Schema(description = "What is wrong with it.", example = "must be greater than or equal to 0")
        String message)
        implements Comparable<FieldError> {

    /** Names the member as JSON does: the last part of the violation's path, in snake_case. */
    static FieldError of(ConstraintViolation<?> violation) {
        String field = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PROPERTY) {
                field = NameUtils.underscoreSeparate(node.getName()).toLowerCase(Locale.ROOT);
            }
        }
        return new FieldError(field, violation.getMessage());
    }

    @Override
    public int compareTo(FieldError other) {
        return Comparator.comparing(FieldError::field)
                .thenComparing(FieldError::message)
                .compare(this, other);
    }
}
