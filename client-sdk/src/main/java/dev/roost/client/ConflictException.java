package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** The request cannot be done now, as one with the same idempotency key is still under way: 409. */
public final class ConflictException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ConflictException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
