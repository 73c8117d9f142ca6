package dev.roost.account;

import dev.roost.http.AuthorizationHeader;
import dev.roost.http.openapi.AnswersJson;
import dev.roost.http.openapi.JsonApi;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Refresh tokens over HTTP. Each is sent as a bearer token, and there is no body to read. */
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
@JsonApi
@Tag(name = "Tokens")
@SecurityRequirement(name = "refresh_token")
@ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
class TokenController {

    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;

    TokenController(RefreshTokens refreshTokens, AccessTokens accessTokens) {
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
    }

    @Post("/refresh")
    @AnswersJson
    @Operation(
            operationId = "refreshAccessToken",
            summary = "Get a new access token for a refresh token",
            description = "The refresh token stays good.")
    @ApiResponse(responseCode = "200", description = "The refresh token is good.")
    RefreshedToken refresh(HttpRequest<?> request) {
        return refreshTokens
                .redeem(refreshToken(request))
                .map(account -> new RefreshedToken(accessTokens.issueForAnHour(account)))
                .orElseThrow(() -> ApiException.unauthenticated("the refresh token is unknown, expired or revoked"));
    }

    @Post(value = "/revoke", produces = MediaType.ALL)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "revokeRefreshToken",
            summary = "Make a refresh token useless",
            description = "Access tokens that were got for it stay good until they expire.")
    @ApiResponse(responseCode = "204", description = "The token is no good, or was none before (RFC 7009).")
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
