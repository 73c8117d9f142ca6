package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** The service could not read the request: 400. */
public final class BadRequestException extends ProblemException {

    private static final long serialVersionUID = 1L;

    BadRequestException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
