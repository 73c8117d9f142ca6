package dev.roost.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A password that the operator's policy lets an account take. Null is valid. */
@Schema(format = "password", minLength = 8, maxLength = PasswordPolicy.MAX_LENGTH, example = "correct horse battery")
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = NewPasswordValidator.class)
public @interface NewPassword {

    /** Whether {@code PLATFORM=dev} takes any but the empty one. */
    boolean looseInDevelopment() default false;

    /** What a violation says, unless the validator knows better. */
    String message() default "is too short or too long";

    /** Required by Bean Validation. */
    Class<?>[] groups() default {};

    /** Required by Bean Validation. */
    Class<? extends Payload>[] payload() default {};
}
