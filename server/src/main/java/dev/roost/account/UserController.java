package dev.roost.account;

import dev.roost.http.AuthorizationHeader;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.openapi.NeedsAccessToken;
import dev.roost.http.openapi.ReadsJson;
import dev.roost.http.openapi.Validates;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
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
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Accounts and their logins at Chirpy's door. */
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
@JsonApi
@Tag(name = "Users")
class UserController {

    private static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofHours(1);

    private final AccountService accounts;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;

    UserController(AccountService accounts, RefreshTokens refreshTokens, AccessTokens accessTokens) {
        this.accounts = accounts;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
    }

    @Post("/users")
    @Status(HttpStatus.CREATED)
    @ReadsJson
    @Validates
    @Operation(operationId = "createUser", summary = "Create an account")
    @ApiResponse(responseCode = "201", description = "The account was created.")
    ChirpyUser create(@Valid @Body NewCredentials credentials) {
        return ChirpyUser.of(accounts.register(credentials.email(), credentials.password()));
    }

    @Put("/users")
    @NeedsAccessToken
    @ReadsJson
    @Validates
    @Operation(
            operationId = "changeCredentials",
            summary = "Change one's own e-mail and password",
            description = "Every refresh token of the account is revoked.")
    @ApiResponse(responseCode = "200", description = "The account as it is now.")
    ChirpyUser change(@Parameter(hidden = true) Caller caller, @Valid @Body NewCredentials credentials) {
        return ChirpyUser.of(accounts.changeCredentials(caller, credentials.email(), credentials.password()));
    }

    @Post("/login")
    @ReadsJson
    @Validates
    @Operation(
            operationId = "loginUser",
            summary = "Log in for an hour, and with a refresh token",
            description = "An unknown e-mail and a wrong password get the same answer.")
    @ApiResponse(responseCode = "200", description = "The e-mail and the password belong together.")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
    ChirpyLogin logIn(@Valid @Body Credentials credentials) {
        return accounts.logIn(credentials.email(), credentials.password())
                .map(login -> ChirpyLogin.of(login, accessToken(login.account())))
                .orElseThrow(() -> ApiException.unauthenticated("Incorrect email or password"));
    }

    @Post("/refresh")
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "refreshAccessToken",
            summary = "Get a new access token for a refresh token",
            description = "The refresh token stays good.")
    @SecurityRequirement(name = "refresh_token")
    @ApiResponse(responseCode = "200", description = "The refresh token is good.")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
    RefreshedToken refresh(HttpRequest<?> request) {
        Account account = refreshTokens.redeem(refreshToken(request));
        if (account == null) {
            throw ApiException.unauthenticated("the refresh token is unknown, expired or revoked");
        }
        return new RefreshedToken(accessToken(account));
    }

    @Post(
            value = "/revoke",
            produces = {MediaType.APPLICATION_JSON, MediaType.APPLICATION_JSON_PROBLEM})
    @Consumes(MediaType.ALL)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeRefreshToken", summary = "Make a refresh token useless")
    @SecurityRequirement(name = "refresh_token")
    @ApiResponse(responseCode = "204", description = "The token is no good, or was none before (RFC 7009).")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
    void revoke(HttpRequest<?> request) {
        refreshTokens.revoke(refreshToken(request));
    }

    private static String refreshToken(HttpRequest<?> request) {
        String token = AuthorizationHeader.credentials(request, "Bearer");
        if (token == null) {
            throw ApiException.unauthenticated("a refresh token is needed");
        }
        return token;
    }

    private String accessToken(Account account) {
        return accessTokens.issue(account, ACCESS_TOKEN_LIFETIME);
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
     * @param id the account's UUID
     * @param createdAt when it was created
     * @param updatedAt when it was last changed
     * @param email the e-mail, in lower case
     * @param isChirpyRed whether it is a member of Chirpy Red
     * @param token the access token, good for an hour
     * @param refreshToken what {@code POST /api/refresh} takes for a new access token, for 60 days
     */
    @Serdeable.Serializable
    @Schema(
            name = "ChirpyLogin",
            requiredProperties = {"id", "createdAt", "updatedAt", "email", "isChirpyRed", "token", "refreshToken"})
    record ChirpyLogin(
            @Schema(example = "3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5c")
            UUID id,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant createdAt,

            @Schema(example = "2026-11-21T09:30:00.123456Z") Instant updatedAt,

            @Schema(example = "dev@example.com") String email,

            @Schema(example = "false") boolean isChirpyRed,

            @Schema(format = "password", example = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl")
            String token,

            @Schema(format = "password", example = "56aa826d22baab4b5ec2cea41a59ecbba03e542aedbb31d9b80326ac8ffcfa2a")
            String refreshToken) {

        static ChirpyLogin of(AccountService.Login login, String token) {
            var user = ChirpyUser.of(login.account());
            return new ChirpyLogin(
                    user.id(),
                    user.createdAt(),
                    user.updatedAt(),
                    user.email(),
                    user.isChirpyRed(),
                    token,
                    login.refreshToken());
        }
    }

    /**
     * A new access token.
     *
     * @param token the access token, good for an hour
     */
    @Serdeable.Serializable
    @Schema(
            name = "RefreshedToken",
            requiredProperties = {"token"})
    record RefreshedToken(
            @Schema(format = "password", example = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl")
            String token) {}
}
