package dev.roost.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.roost.http.openapi.AnswersJson;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.NeedsAccessToken;
import dev.roost.http.openapi.Validates;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** Accounts and their logins at Chirpy's door. */
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
@JsonApi
@Tag(name = "Users")
class UserController {

    private final AccountService accounts;
    private final AccessTokens accessTokens;

    UserController(AccountService accounts, AccessTokens accessTokens) {
        this.accounts = accounts;
        this.accessTokens = accessTokens;
    }

    @Post("/users")
    @Status(HttpStatus.CREATED)
    @Validates
    @AnswersJson
    @Operation(
            operationId = "createUser",
            summary = "Create an account",
            description = "An e-mail belongs to one account, whatever its case. One that is taken is a 422.")
    @ApiResponse(responseCode = "201", description = "The account was created.")
    ChirpyUser create(@Valid @Body NewCredentials credentials) {
        return ChirpyUser.of(accounts.register(credentials.email(), credentials.password()));
    }

    @Put("/users")
    @NeedsAccessToken
    @Validates
    @AnswersJson
    @Operation(
            operationId = "changeCredentials",
            summary = "Change one's own e-mail and password",
            description = "Every refresh token of the account is revoked.")
    @ApiResponse(responseCode = "200", description = "The account as it is now.")
    ChirpyUser change(@Parameter(hidden = true) Caller caller, @Valid @Body NewCredentials credentials) {
        return ChirpyUser.of(accounts.changeCredentials(caller, credentials.email(), credentials.password()));
    }

    @Post("/login")
    @Validates
    @AnswersJson
    @Operation(
            operationId = "loginUser",
            summary = "Log in for an hour, and with a refresh token",
            description = "An unknown e-mail and a wrong password get the same answer.")
    @ApiResponse(responseCode = "200", description = "The e-mail and the password belong together.")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
    ChirpyLogin logIn(@Valid @Body Credentials credentials) {
        return accounts.logIn(credentials.email(), credentials.password())
                .map(login -> new ChirpyLogin(
                        ChirpyUser.of(login.account()),
                        accessTokens.issueForAnHour(login.account()),
                        login.refreshToken()))
                .orElseThrow(() -> ApiException.unauthenticated("Incorrect email or password"));
    }

    /**
     * The e-mail and the password that an account shall have.
     *
     * @param email the e-mail; spaces around it and its case do not count
     * @param password the password, kept exactly as it is sent; how short it may be is the operator's setting
     */
    @Serdeable.Deserializable
    @Schema(
            name = "NewCredentials",
            requiredProperties = {"email", "password"})
    record NewCredentials(
            @NotNull @EmailAddress String email,
            @NotNull @NewPassword(looseInDevelopment = true) String password) {

        NewCredentials {
            email = Credentials.normalized(email);
        }
    }

    /**
     * An account as Chirpy shows it.
     *
     * @param id the account's UUID
     * @param createdAt when it was created
     * @param updatedAt when it was last changed
     * @param email the e-mail, in lower case
     * @param isChirpyRed whether it is a member of Chirpy Red
     */
    @Serdeable.Serializable
    @Schema(
            name = "ChirpyUser",
            requiredProperties = {"id", "createdAt", "updatedAt", "email", "isChirpyRed"})
    record ChirpyUser(
            @Schema(example = "3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5c")
            UUID id,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant createdAt,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant updatedAt,

            @Schema(example = "dev@example.com") String email,

            @Schema(example = "false") boolean isChirpyRed) {

        static ChirpyUser of(Account account) {
            return new ChirpyUser(
                    account.uuid(), account.createdAt(), account.updatedAt(), account.email(), account.chirpyRed());
        }
    }

    /**
     * An account that is logged in, as Chirpy shows it.
     *
     * @param user the account
     * @param token the access token, good for an hour
     * @param refreshToken what {@code POST /api/refresh} takes for a new access token, for 60 days
     */
    @Serdeable.Serializable
    @Schema(
            name = "ChirpyLogin",
            requiredProperties = {"token", "refreshToken"})
    record ChirpyLogin(
            @JsonUnwrapped ChirpyUser user,

            @Schema(format = "password", example = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl")
            String token,

            @Schema(format = "password", example = "56aa826d22baab4b5ec2cea41a59ecbba03e542aedbb31d9b80326ac8ffcfa2a")
            String refreshToken) {}
}
