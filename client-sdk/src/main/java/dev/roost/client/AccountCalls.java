package dev.roost.client;

import dev.roost.client.gen.ApiClient;
import dev.roost.client.gen.ApiResponse;
import dev.roost.client.gen.api.AuthApi;
import dev.roost.client.gen.api.TokensApi;
import dev.roost.client.gen.api.UsersApi;
import dev.roost.client.gen.model.ChirpyLogin;
import dev.roost.client.gen.model.ChirpyUser;
import dev.roost.client.gen.model.Credentials;
import dev.roost.client.gen.model.NewCredentials;
import dev.roost.client.gen.model.RefreshedToken;
import dev.roost.client.gen.model.Registration;
import dev.roost.client.gen.model.Session;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The calls of accounts and sessions. {@link Accounts} says what each does. */
public final class AccountCalls {

    private final AuthApi auth;
    private final TokensApi tokens;
    private final UsersApi users;
    private final UsersApi ownUser;
    private final ClientSession session;

    AccountCalls(ApiClient anonymous, ApiClient authorized, ClientSession session) {
        this.auth = new AuthApi(anonymous);
        this.tokens = new TokensApi(anonymous);
        this.users = new UsersApi(anonymous);
        this.ownUser = new UsersApi(authorized);
        this.session = session;
    }

    /** Creates an account and logs in. */
    public Call<Session> register(String email, String password) {
        var registration = new Registration().email(email).password(password);
        return Call.of(() -> auth.registerWithHttpInfo(registration)).map(response -> session.begin(response.body()));
    }

    /** Logs in. */
    public Call<Session> logIn(String email, String password) {
        var credentials = new Credentials().email(email).password(password);
        return Call.of(() -> auth.loginWithHttpInfo(credentials)).map(response -> session.begin(response.body()));
    }

    /** Logs out. Where nobody is logged in, nothing is sent, and the response is the one that would have come. */
    public Call<@Nullable Void> logOut() {
        return Call.ofEmpty(() -> {
            Tokens held = session.tokens().orElse(null);
            if (held == null || held.refreshToken() == null) {
                session.store().clear();
                return CompletableFuture.completedFuture(new ApiResponse<>(204, Map.of()));
            }
            return tokens.revokeRefreshTokenWithHttpInfo(bearer(held.refreshToken()))
                    .thenApply(revoked -> {
                        session.end(held); // Not before: a token that is not revoked must not be forgotten.
                        return revoked;
                    });
        });
    }

    /** Changes the caller's e-mail and password. */
    public Call<ChirpyUser> changeCredentials(String email, String password) {
        var credentials = new NewCredentials().email(email).password(password);
        return Call.of(() -> ownUser.changeCredentialsWithHttpInfo(credentials));
    }

    /** Creates an account as Chirpy's clients do. */
    public Call<ChirpyUser> createChirpyUser(String email, String password) {
        var credentials = new NewCredentials().email(email).password(password);
        return Call.of(() -> users.createUserWithHttpInfo(credentials));
    }

    /** Logs in as Chirpy's clients do. */
    public Call<ChirpyLogin> logInToChirpy(String email, String password) {
        var credentials = new Credentials().email(email).password(password);
        return Call.of(() -> users.loginUserWithHttpInfo(credentials)).map(response -> session.begin(response.body()));
    }

    /** Gets a new access token for a refresh token. */
    public Call<RefreshedToken> refresh(String refreshToken) {
        var authorization = bearer(refreshToken);
        return Call.of(() -> tokens.refreshAccessTokenWithHttpInfo(authorization));
    }

    /** Makes a refresh token useless. */
    public Call<@Nullable Void> revoke(String refreshToken) {
        var authorization = bearer(refreshToken);
        return Call.ofEmpty(() -> tokens.revokeRefreshTokenWithHttpInfo(authorization));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + Checks.header("refreshToken", token));
    }
}
