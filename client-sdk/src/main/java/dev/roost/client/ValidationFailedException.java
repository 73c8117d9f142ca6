package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** The request breaks rules, and {@link #errors()} has every one: 422. */
public final class ValidationFailedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ValidationFailedException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
