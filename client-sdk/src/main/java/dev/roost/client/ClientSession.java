package dev.roost.client;

import dev.roost.client.gen.model.ChirpyLogin;
import dev.roost.client.gen.model.RefreshedToken;
import dev.roost.client.gen.model.Session;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a client is logged in as: the tokens of a store, and when they expire. */
record ClientSession(TokenStore store, Expiry expiry, StoreLocks locks) {

    Optional<Tokens> tokens() {
        return store.load();
    }

    /** Returns whether it is time to refresh these tokens. */
    boolean isDue(Tokens tokens) {
        return tokens.refreshToken() != null && expiry.isNear(tokens);
    }

    /** Returns whether these tokens are of no use until they are refreshed. */
    boolean hasExpired(Tokens tokens) {
        return tokens.refreshToken() != null && expiry.isPast(tokens);
    }

    Session begin(Session login) {
        save(Json.make(() -> {
            var expiresAt = expiry.in(Duration.ofSeconds(login.getExpiresIn()));
            return new Tokens(login.getAccessToken(), login.getRefreshToken(), expiresAt);
        }));
        return login;
    }

    ChirpyLogin begin(ChirpyLogin login) {
        save(Json.make(() -> tokens(login.getToken(), login.getRefreshToken())));
        return login;
    }

    /** Waits for whoever looks at the tokens to change them: that would undo it. */
    private void save(Tokens tokens) {
        locks.change(store, () -> store.save(tokens));
    }

    /** Goes on with a new access token, unless somebody has logged out, or in as somebody else. */
    void goOn(Tokens stale, RefreshedToken refreshed) {
        var fresh = Json.make(() -> tokens(refreshed.getToken(), stale.refreshToken()));
        locks.change(store, () -> {
            if (isOf(stale)) {
                store.save(fresh);
            }
        });
    }

    /** Forgets tokens, unless somebody has logged in as somebody else. */
    void end(Tokens tokens) {
        locks.change(store, () -> {
            if (isOf(tokens)) {
                store.clear();
            }
        });
    }

    private Tokens tokens(String accessToken, @Nullable String refreshToken) {
        return new Tokens(accessToken, refreshToken, expiry.of(accessToken));
    }

    private boolean isOf(Tokens tokens) {
        return store.load().filter(tokens::isOfTheSameSession).isPresent();
    }
}
