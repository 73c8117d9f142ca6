package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** The thing has changed since the caller read it: 412. */
public final class PreconditionFailedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    PreconditionFailedException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
