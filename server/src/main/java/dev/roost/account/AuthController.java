package dev.roost.account;

import dev.roost.http.openapi.AnswersJson;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.Validates;
import dev.roost.http.problem.ApiException;
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
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

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
    @Validates
    @AnswersJson
    @Operation(
            operationId = "register",
            summary = "Create an account and log in",
            description = "An e-mail belongs to one account, whatever its case. One that is taken is a 422.")
    @ApiResponse(responseCode = "201", description = "The account was created.")
    Session register(@Valid @Body Registration registration) {
        return session(accounts.registerAndLogIn(registration.email(), registration.password()));
    }

    @Post("/login")
    @Validates
    @AnswersJson
    @Operation(
            operationId = "login",
            summary = "Log in",
            description = "An unknown e-mail and a wrong password get the same answer.")
    @ApiResponse(responseCode = "200", description = "The e-mail and the password belong together.")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
    Session login(@Valid @Body Credentials credentials) {
        return accounts.logIn(credentials.email(), credentials.password())
                .map(this::session)
                .orElseThrow(() -> ApiException.unauthenticated("invalid email or password"));
    }

    private Session session(AccountService.Login login) {
        Account account = login.account();
        var user = new User(account.id(), account.email(), account.role(), account.createdAt());
        return new Session(
                tokens.issue(account, settings.lifetime()),
                "Bearer",
                settings.lifetime().toSeconds(),
                login.refreshToken(),
                user);
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
            @NotNull @EmailAddress String email,
            @NotNull @NewPassword String password) {

        Registration {
            email = Credentials.normalized(email);
        }
    }

    /**
     * An account that is logged in.
     *
     * @param accessToken the access token: send it as {@code Authorization: Bearer …}
     * @param tokenType how to send the token; always {@code Bearer}
     * @param expiresIn how long the token is good, in seconds
     * @param refreshToken what {@code POST /api/refresh} takes for a new access token, for 60 days
     * @param user whose token it is
     */
    @Serdeable.Serializable
    @Schema(
            name = "Session",
            requiredProperties = {"accessToken", "tokenType", "expiresIn", "refreshToken", "user"})
    record Session(
            @Schema(format = "password", example = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl")
            String accessToken,

            @Schema(example = "Bearer") String tokenType,

            @Schema(example = "86400") long expiresIn,

            @Schema(format = "password", example = "56aa826d22baab4b5ec2cea41a59ecbba03e542aedbb31d9b80326ac8ffcfa2a")
            String refreshToken,

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
