package dev.roost.client;

import dev.roost.client.gen.api.AuthApi;
import dev.roost.client.gen.api.TokensApi;
import dev.roost.client.gen.model.Credentials;
import dev.roost.client.gen.model.RefreshedToken;
import dev.roost.client.gen.model.Registration;
import dev.roost.client.gen.model.Session;
import java.util.Map;
import java.util.Objects;

/** Registering, logging in, and what refresh tokens are for. */
public final class Auth {

    private final AuthApi api;
    private final TokensApi tokens;

    Auth(AuthApi api, TokensApi tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /**
     * Creates an account and logs in.
     *
     * @throws ValidationFailedException when the e-mail is none or taken, or the password too short or too long
     */
    public Session register(String email, String password) {
        return Call.run(() -> api.register(new Registration().email(email).password(password)));
    }

    /**
     * Logs in.
     *
     * @throws UnauthenticatedException when no account has this e-mail and this password
     */
    public Session logIn(String email, String password) {
        return Call.run(() -> api.login(new Credentials().email(email).password(password)));
    }

    /**
     * Gets a new access token, good for an hour. The refresh token stays good.
     *
     * @param refreshToken the refresh token of a session
     * @throws UnauthenticatedException when it is unknown, expired or revoked
     */
    public RefreshedToken refresh(String refreshToken) {
        return Call.run(() -> tokens.refreshAccessToken(bearer(refreshToken)));
    }

    /**
     * Logs out: makes a refresh token useless. One that is not known is so already. Access tokens that it gave stay
     * good until they expire.
     */
    public void revoke(String refreshToken) {
        Call.run(() -> tokens.revokeRefreshTokenWithHttpInfo(bearer(refreshToken)));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + Objects.requireNonNull(token, "refreshToken"));
    }
}
