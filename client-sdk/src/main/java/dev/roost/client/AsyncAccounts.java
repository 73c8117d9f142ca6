package dev.roost.client;

import dev.roost.client.gen.model.ChirpyLogin;
import dev.roost.client.gen.model.ChirpyUser;
import dev.roost.client.gen.model.RefreshedToken;
import dev.roost.client.gen.model.Session;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Accounts and sessions, without threads that wait. Futures fail with what the methods of {@link Accounts} throw. */
public final class AsyncAccounts {

    private final AccountCalls calls;

    AsyncAccounts(AccountCalls calls) {
        this.calls = calls;
    }

    /** Creates an account and logs in. */
    public CompletableFuture<Session> register(String email, String password) {
        return calls.register(email, password).executeAsync();
    }

    /** Logs in. */
    public CompletableFuture<Session> logIn(String email, String password) {
        return calls.logIn(email, password).executeAsync();
    }

    /** Logs out. */
    public CompletableFuture<@Nullable Void> logOut() {
        return calls.logOut().executeAsync();
    }

    /** Changes the caller's e-mail and password. */
    public CompletableFuture<ChirpyUser> changeCredentials(String email, String password) {
        return calls.changeCredentials(email, password).executeAsync();
    }

    /** Creates an account as Chirpy's clients do. */
    public CompletableFuture<ChirpyUser> createChirpyUser(String email, String password) {
        return calls.createChirpyUser(email, password).executeAsync();
    }

    /** Logs in as Chirpy's clients do. */
    public CompletableFuture<ChirpyLogin> logInToChirpy(String email, String password) {
        return calls.logInToChirpy(email, password).executeAsync();
    }

    /** Gets a new access token for any refresh token. */
    public CompletableFuture<RefreshedToken> refresh(String refreshToken) {
        return calls.refresh(refreshToken).executeAsync();
    }

    /** Makes any refresh token useless. */
    public CompletableFuture<@Nullable Void> revoke(String refreshToken) {
        return calls.revoke(refreshToken).executeAsync();
    }
}
