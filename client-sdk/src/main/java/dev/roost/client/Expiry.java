package dev.roost.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When access tokens expire, by this machine's clock even where that is wrong. */
final class Expiry {

    /** How long before its end a token is refreshed at most. */
    static final Duration AHEAD = Duration.ofSeconds(60);

    private final Clock clock;

    Expiry(Clock clock) {
        this.clock = clock;
    }

    /** Returns when a token expires that was issued just now; null where it does not tell. */
    @Nullable
    Instant of(String accessToken) {
        return lifetime(accessToken).map(this::in).orElse(null);
    }

    /** Returns the time that is so far from now. */
    Instant in(Duration lifetime) {
        return clock.instant().plus(lifetime);
    }

    /** Returns whether it is time to refresh: a minute ahead, or a tenth of the token's lifetime if that is less. */
    boolean isNear(Tokens tokens) {
        Instant expiresAt = tokens.expiresAt();
        return expiresAt != null && !clock.instant().isBefore(expiresAt.minus(ahead(tokens.accessToken())));
    }

    boolean isPast(Tokens tokens) {
        Instant expiresAt = tokens.expiresAt();
        return expiresAt != null && !clock.instant().isBefore(expiresAt);
    }

    private static Duration ahead(String accessToken) {
        return lifetime(accessToken)
                .map(lifetime -> lifetime.dividedBy(10))
                .filter(tenth -> tenth.compareTo(AHEAD) < 0)
                .orElse(AHEAD);
    }

    /** Tokens that end before they begin, or after a hundred years, do not tell when they end. */
    private static boolean isSensible(long seconds) {
        return seconds > 0 && seconds < Duration.ofDays(36_500).toSeconds();
    }

    /** Reads a JWT's claims without checking its signature, which is the service's to do. */
    private static Optional<Duration> lifetime(String accessToken) {
        String[] parts = accessToken.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            long seconds = claims.path("exp").asLong() - claims.path("iat").asLong();
            return Optional.of(seconds).filter(Expiry::isSensible).map(Duration::ofSeconds);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
