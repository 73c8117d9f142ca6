package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The service was asked too often, and {@link #retryAfter()} says when the same call may succeed: 429. */
public final class TooManyRequestsException extends ProblemException {

    private static final long serialVersionUID = 1L;

    TooManyRequestsException(Problem problem, @Nullable Duration retryAfter) {
        super(problem, retryAfter);
    }
}
