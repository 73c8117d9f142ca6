package dev.roost.account.password;

import java.time.Duration;

/** More passwords wait for hashing than can be hashed in time. */
public final class HashingOverloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    HashingOverloadException(Duration retryAfter) {
        super("too many passwords wait for hashing", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** Returns about how long those need that wait. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
