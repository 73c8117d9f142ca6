package dev.roost.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.roost.http.validation.Characters;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An e-mail that an account may take. Null is valid. */
@Email
@Characters(max = 254)
@Schema(maxLength = 254, example = "dev@example.com")
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@interface EmailAddress {}
