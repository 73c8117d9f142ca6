package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** The service was asked too often, and {@link #retryAfter()} says when the same call may succeed: 429. */
public final class TooManyRequestsException extends ProblemException {

    private static final long serialVersionUID = 1L;

    TooManyRequestsException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
