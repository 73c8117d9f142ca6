package dev.roost.account;

import dev.roost.http.validation.Characters;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to log in.
 *
 * @param email the account's e-mail
 * @param password the account's password
 */
@Serdeable.Deserializable
@Schema(requiredProperties = {"email", "password"})
record Credentials(
        @NotNull
        @Characters(max = 254, message = "must have at most {max} characters")
        @Schema(maxLength = 254, example = "dev@example.com")
        String email,

        @NotNull
        @Characters(max = PasswordPolicy.MAX_LENGTH, message = "must have at most {max} characters")
        @Schema(format = "password", maxLength = PasswordPolicy.MAX_LENGTH, example = "correct horse battery")
        String password) {

    Credentials {
        email = normalized(email);
    }

    /** An e-mail is one and the same whatever its case and the spaces around it. */
    static @Nullable String normalized(@Nullable String email) {
        return email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }
}
