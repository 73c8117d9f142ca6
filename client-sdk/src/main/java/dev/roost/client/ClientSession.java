package dev.roost.client;

import dev.roost.client.gen.model.ChirpyLogin;
import dev.roost.client.gen.model.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Who a client is logged in as: the tokens of a store, and when they expire. */
record ClientSession(TokenStore store, Expiry expiry) {

    Optional<Tokens> tokens() {
        return store.load();
    }

    /** Returns whether it is time to refresh these tokens. */
    boolean isDue(Tokens tokens) {
        return tokens.refreshToken() != null && expiry.isNear(tokens);
    }

    Session begin(Session login) {
        var expiresAt = expiry.in(Duration.ofSeconds(login.getExpiresIn()));
        store.save(new Tokens(login.getAccessToken(), login.getRefreshToken(), expiresAt));
        return login;
    }

    ChirpyLogin begin(ChirpyLogin login) {
        store.save(new Tokens(login.getToken(), login.getRefreshToken(), expiry.of(login.getToken())));
        return login;
    }

    /** Goes on with a new access token, unless somebody has logged out, or in as somebody else. */
    void goOn(Tokens stale, String accessToken) {
        var fresh = new Tokens(accessToken, stale.refreshToken(), expiry.of(accessToken));
        synchronized (store) {
            if (isOf(stale)) {
                store.save(fresh);
            }
        }
    }

    /** Forgets tokens, unless somebody has logged in as somebody else. */
    void end(Tokens tokens) {
        synchronized (store) {
            if (isOf(tokens)) {
                store.clear();
            }
        }
    }

    private boolean isOf(Tokens tokens) {
        return store.load()
                .filter(held -> Objects.equals(held.refreshToken(), tokens.refreshToken()))
                .isPresent();
    }
}
