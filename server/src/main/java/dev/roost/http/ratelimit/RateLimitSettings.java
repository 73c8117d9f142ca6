package dev.roost.http.ratelimit;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Min;

/**
 * How much is let through; 0 is no limit.
 *
 * @param requestsPerMinute what an account, or else a client address, may send
 * @param credentialsPerMinute what may need a password hash of what a client address sends
 * @param failuresPerEmail how many logins of one e-mail may fail in 15 minutes, and how often it may be registered
 */
@ConfigurationProperties("roost.rate-limit")
record RateLimitSettings(
        @Min(0) int requestsPerMinute,
        @Min(0) int credentialsPerMinute,
        @Min(0) int failuresPerEmail) {}
