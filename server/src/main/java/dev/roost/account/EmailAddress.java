package dev.roost.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An e-mail that an account may take. Null is valid. */
@Constraint(validatedBy = EmailAddressValidator.class)
@Schema(format = "email", maxLength = 254, example = "dev@example.com")
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@interface EmailAddress {

    /** What a violation says. */
    String message() default "must be a well-formed email address of at most 254 characters";

    /** Required by Bean Validation. */
    Class<?>[] groups() default {};

    /** Required by Bean Validation. */
    Class<? extends Payload>[] payload() default {};
}
