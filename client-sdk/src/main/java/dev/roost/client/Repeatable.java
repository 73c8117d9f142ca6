package dev.roost.client;

import java.io.IOException;
import java.util.Set;

/** Which requests may be sent again, and after what. */
final class Repeatable {

    /** The name of the header by which the service knows a request that it has already served. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Sending one of these twice does what sending it once does (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private static final Set<Integer> PASSING = Set.of(408, 429, 502, 503, 504);

    private Repeatable() {}

    /** Returns whether to send the request of an attempt again. */
    static boolean after(Attempt attempt) {
        var request = attempt.request();
        boolean keyed = request.headers().firstValue(IDEMPOTENCY_KEY).isPresent();
        return (keyed || IDEMPOTENT.contains(request.method())) && isPassing(attempt, keyed);
    }

    /** A conflict over a key says that the first request is still under way. */
    private static boolean isPassing(Attempt attempt, boolean keyed) {
        var answer = attempt.answer();
        if (answer == null) {
            return attempt.failure() != null && Failures.cause(attempt.failure()) instanceof IOException;
        }
        return PASSING.contains(answer.statusCode()) || (keyed && answer.statusCode() == 409);
    }
}
