package dev.roost.client;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a session. They are worth as much as a password, and are not in {@link #toString()}.
 *
 * @param accessToken what calls are made with
 * @param refreshToken what gives new access tokens; null where there is none, and then nothing is refreshed
 * @param expiresAt when the access token expires by this machine's clock; null where that is not known, and then it is
 *     refreshed once the service refuses it
 */
public record Tokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant expiresAt) {

    /** RFC 6750, section 2.1. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /**
     * Takes tokens.
     *
     * @throws IllegalArgumentException when one of them can be none
     */
    public Tokens {
        check("access", accessToken);
        if (refreshToken != null) {
            check("refresh", refreshToken);
        }
    }

    /** Returns whether others are of the same log-in as these. */
    boolean isOfTheSameSession(Tokens others) {
        return refreshToken == null
                ? others.refreshToken == null && accessToken.equals(others.accessToken)
                : refreshToken.equals(others.refreshToken);
    }

    private static void check(String kind, String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("what was given can be no %s token".formatted(kind));
        }
    }

    /** Says when the access token expires, and holds no token. */
    @Override
    public String toString() {
        return "Tokens[expiresAt=" + expiresAt + "]";
    }
}
