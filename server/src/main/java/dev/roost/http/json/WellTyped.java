package dev.roost.http.json;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The body holds a value of the member's type, or none. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = WellTypedValidator.class)
public @interface WellTyped {

    /** What a violation says. */
    String message() default "has the wrong type";

    /** Required by Bean Validation. */
    Class<?>[] groups() default {};

    /** Required by Bean Validation. */
    Class<? extends Payload>[] payload() default {};
}
