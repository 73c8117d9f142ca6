package dev.roost.http.ratelimit;

import dev.roost.http.RequestAttribute;
import dev.roost.http.problem.ApiException;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether a request may pass, and what its client is told.
 *
 * @param limit the limit that it counts against
 * @param probe what was found in the bucket
 * @param giveBack puts the token back that was taken
 */
record Verdict(RateLimit limit, ConsumptionProbe probe, Runnable giveBack) {

    private static final RequestAttribute<Verdict> ATTRIBUTE =
            new RequestAttribute<>("roost.rate-limit", Verdict.class);

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

    /** Keeps it for the answer to a request, unless there is one already that leaves less. */
    void addTo(HttpRequest<?> request) {
        if (of(request).filter(other -> other.remaining() <= remaining()).isEmpty()) {
            ATTRIBUTE.set(request, this);
        }
    }

    /** Returns the one that leaves a request's client the least. */
    static Optional<Verdict> of(HttpRequest<?> request) {
        return ATTRIBUTE.of(request);
    }

    private long remaining() {
        return probe.getRemainingTokens();
    }

    /** Returns the fields of draft-ietf-httpapi-ratelimit-headers-06; times are in seconds, rounded up. */
    Map<String, String> headers() {
        return limit.tokens() == 0
                ? Map.of()
                : Map.of(
                        "RateLimit-Limit", String.valueOf(limit.tokens()),
                        "RateLimit-Remaining", String.valueOf(remaining()),
                        "RateLimit-Reset", String.valueOf(secondsToReset()));
    }

    private long secondsToReset() {
        return Math.ceilDiv(probe.getNanosToWaitForReset(), TimeUnit.SECONDS.toNanos(1));
    }
}
