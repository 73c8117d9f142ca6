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
 * How many decimals a number has, without zeros at its end: {@code 1.500} is the number {@code 1.5}, which
 * {@link jakarta.validation.constraints.Digits} does not see. Null is valid.
 */
@Target({FIELD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = DecimalsValidator.class)
@Repeatable(Decimals.List.class)
public @interface Decimals {

    /** The most decimals. */
    int max();

    /** What a violation says. */
    String message() default "must have at most {max} decimals";

    /** Required by Bean Validation. */
    Class<?>[] groups() default {};

    /** Required by Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Several of them; without it, Micronaut (4.10) does not see one that is a part of another constraint. */
    @Target({FIELD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
    @Retention(RUNTIME)
    @interface List {

        /** The constraints. */
        Decimals[] value();
    }
}
