package dev.roost.http.requestlog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that matters to an account's security. It becomes the member {@code event} of the request's log line, under
 * the name that OWASP's logging vocabulary has for it, so that one line tells who, whence, when and with what result.
 */
public enum SecurityEvent {
    LOGIN_SUCCEEDED("authn_login_success"),
    LOGIN_FAILED("authn_login_fail"),
    PASSWORD_CHANGED("authn_password_change"),
    /** A refresh token gave a new access token. */
    TOKEN_CREATED("authn_token_created"),
    TOKEN_REVOKED("authn_token_revoked"),
    /** A token was sent and is no good; the vocabulary has no name for it. */
    TOKEN_REFUSED("authn_token_fail"),
    /** A webhook call did not hold its key; the vocabulary has no name for it. */
    WEBHOOK_REFUSED("authn_webhook_fail"),
    /** Somebody unknown, or known, asked for what is not theirs. */
    ACCESS_REFUSED("authz_fail"),
    /** An operator's action. */
    ADMINISTERED("authz_admin"),
    USER_CREATED("user_created"),
    RATE_LIMIT_EXCEEDED("excess_rate_limit_exceeded");

    private final String code;

    SecurityEvent(String code) {
        this.code = code;
    }

    /** Gives the event to the log line of the request that the calling thread works on; the first one given stays. */
    public void record() {
        record(null);
    }

    /**
     * Does the same, and tells whose account it is about.
     *
     * @param userId the account, or null where that is not known, or is the one that sends the request
     */
    public void record(@Nullable UUID userId) {
        Exchange.current().ifPresent(exchange -> exchange.record(this, userId));
    }

    /** Returns what a status tells where no feature told more, or null. */
    static @Nullable SecurityEvent impliedBy(int status, boolean isAuthenticated) {
        return switch (status) {
            case 401 -> isAuthenticated ? TOKEN_REFUSED : ACCESS_REFUSED;
            case 403 -> ACCESS_REFUSED;
            case 429 -> RATE_LIMIT_EXCEEDED;
            default -> null;
        };
    }

    String code() {
        return code;
    }
}
