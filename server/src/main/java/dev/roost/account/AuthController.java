package dev.roost.account;

import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.ReadsJson;
import dev.roost.http.openapi.Validates;
import dev.roost.http.validation.Characters;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Registering and logging in at the products API's door. */
@Controller("/api/v1/auth")
@Secured(SecurityRule.IS_ANONYMOUS)
@JsonApi
@Tag(name = "Auth")
class AuthController {

    private final AccountService accounts;
    private final AccessTokens tokens;
    private final AccessTokenSettings settings;

    AuthController(AccountService accounts, AccessTokens tokens, AccessTokenSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Post("/register")
    @Status(HttpStatus.CREATED)
    @ReadsJson
    @Validates
    @Operation(
            operationId = "register",
            summary = "Create an account and log in",
            description = "An e-mail belongs to one account, whatever its case. One that is taken is a 422.")
    @ApiResponse(responseCode = "201", description = "The account was created.")
    Session register(@Valid @Body Registration registration) {
        return session(accounts.register(registration.email(), registration.password()));
    }

    @Post("/login")
    @ReadsJson
    @Validates
    @Operation(
            operationId = "login",
            summary = "Log in",
            description = "An unknown e-mail and a wrong password get the same answer.")
    @ApiResponse(responseCode = "200", description = "The e-mail and the password belong together.")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
    Session login(@Valid @Body Credentials credentials) {
        return session(accounts.logIn(credentials.email(), credentials.password()));
    }

    private Session session(Account account) {
        var user = new User(account.id(), account.email(), account.role(), account.createdAt());
        return new Session(
                tokens.issue(account, settings.lifetime()),
                "Bearer",
                settings.lifetime().toSeconds(),
                user);
    }

    /** An e-mail is one and the same whatever its case and the spaces around it. */
    private static @Nullable String normalized(@Nullable String email) {
        return email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Who wants an account.
     *
     * @param email the e-mail; spaces around it and its case do not count
     * @param password the password, kept exactly as it is sent; how short it may be is the operator's setting
     */
    @Serdeable.Deserializable
    @Schema(
            name = "Registration",
            requiredProperties = {"email", "password"})
    record Registration(
            @NotNull @Email @Characters(max = 254) @Schema(maxLength = 254, example = "dev@example.com")
            String email,

            @NotNull
            @NewPassword
            @Schema(
                    format = "password",
                    minLength = 8,
                    maxLength = PasswordPolicy.MAX_LENGTH,
                    example = "correct horse battery")
            String password) {

        Registration {
            email = normalized(email);
        }
    }

    /**
     * Who wants to log in.
     *
     * @param email the account's e-mail
     * @param password the account's password
     */
    @Serdeable.Deserializable
    @Schema(
            name = "Credentials",
            requiredProperties = {"email", "password"})
    record Credentials(
            @NotNull @Characters(max = 254) @Schema(maxLength = 254, example = "dev@example.com")
            String email,

            @NotNull
            @Characters(max = PasswordPolicy.MAX_LENGTH)
            @Schema(format = "password", maxLength = PasswordPolicy.MAX_LENGTH, example = "correct horse battery")
            String password) {

        Credentials {
            email = normalized(email);
        }
    }

    /**
     * An account that is logged in.
     *
     * @param accessToken the access token: send it as {@code Authorization: Bearer …}
     * @param tokenType how to send the token; always {@code Bearer}
     * @param expiresIn how long the token is good, in seconds
     * @param user whose token it is
     */
    @Serdeable.Serializable
    @Schema(
            name = "Session",
            requiredProperties = {"accessToken", "tokenType", "expiresIn", "user"})
    record Session(
            @Schema(format = "password", example = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl")
            String accessToken,

            @Schema(example = "Bearer") String tokenType,

            @Schema(example = "86400") long expiresIn,

            User user) {}

    /**
     * An account as its owner sees it.
     *
     * @param id the account's number
     * @param email the e-mail, in lower case
     * @param role {@code user} or {@code admin}
     * @param createdAt when the account was created
     */
    @Serdeable.Serializable
    @Schema(
            name = "User",
            requiredProperties = {"id", "email", "role", "createdAt"})
    record User(
            @Schema(example = "7") long id,

            @Schema(example = "dev@example.com") String email,

            @Schema(example = "user") String role,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant createdAt) {}
}
