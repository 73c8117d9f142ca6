package dev.roost.client;

import dev.roost.client.gen.model.Problem;

/** What was asked for is not the caller's to do: 403. */
public final class ForbiddenException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ForbiddenException(Problem problem) {
        super(problem);
    }
}
