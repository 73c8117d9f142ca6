package dev.roost.http.validation;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A text's length in characters, which are Unicode code points, as in OpenAPI and in PostgreSQL, and not the UTF-16
 * units of {@link jakarta.validation.constraints.Size}. Null is valid.
 */
@Target({FIELD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = CharactersValidator.class)
@Repeatable(Characters.List.class)
public @interface Characters {

    /** The fewest characters. */
    int min() default 0;

    /** The most characters. */
    int max();

    /** What a violation says. */
    String message() default "must have {min} to {max} characters";

    /** Required by Bean Validation. */
    Class<?>[] groups() default {};

    /** Required by Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Several of them; without it, Micronaut (4.10) does not see one that is a part of another constraint. */
    @Target({FIELD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
    @Retention(RUNTIME)
    @interface List {

        /** The constraints. */
        Characters[] value();
    }
}
