package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** What was asked for is not the caller's to do: 403. */
public final class ForbiddenException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ForbiddenException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
