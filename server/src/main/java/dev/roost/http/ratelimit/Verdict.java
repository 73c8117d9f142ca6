package dev.roost.http.ratelimit;

import dev.roost.http.problem.ApiException;
import io.github.bucket4j.ConsumptionProbe;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Whether a request may pass, and what its client is told.
 *
 * @param limit the limit that it counts against
 * @param probe what was found in the bucket
 * @param giveBack puts the token back that was taken
 */
record Verdict(RateLimit limit, ConsumptionProbe probe, Runnable giveBack) {

    /**
     * Returns this verdict, if the request may pass.
     *
     * @throws ApiException 429 if it may not
     */
    Verdict orRefused() {
        if (!probe.isConsumed()) {
            throw ApiException.tooManyRequests(secondsToReset(), headers());
        }
        return this;
    }

    /** Returns the fields of draft-ietf-httpapi-ratelimit-headers-06; times are in seconds, rounded up. */
    Map<String, String> headers() {
        return limit.tokens() == 0
                ? Map.of()
                : Map.of(
                        "RateLimit-Limit", String.valueOf(limit.tokens()),
                        "RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()),
                        "RateLimit-Reset", String.valueOf(secondsToReset()));
    }

    private long secondsToReset() {
        return Math.ceilDiv(probe.getNanosToWaitForReset(), TimeUnit.SECONDS.toNanos(1));
    }
}
