package dev.roost.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * How access tokens are signed and how long they last.
 *
 * @param secret the HMAC key, at least 32 bytes in UTF-8
 * @param lifetime how long a token of {@code /api/v1/auth} is good
 */
@ConfigurationProperties("roost.access-token")
record AccessTokenSettings(@NotNull String secret, @NotNull Duration lifetime) {

    @Override
    public String toString() {
        return "AccessTokenSettings[lifetime=%s]".formatted(lifetime);
    }
}
