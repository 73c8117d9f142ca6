package dev.roost.client;

import dev.roost.client.gen.model.Problem;

/** There is no such thing: 404. */
public final class NotFoundException extends ProblemException {

    private static final long serialVersionUID = 1L;

    NotFoundException(Problem problem) {
        super(problem);
    }
}
