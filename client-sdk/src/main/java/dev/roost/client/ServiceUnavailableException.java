package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** The service cannot answer right now, and the same call may succeed later: 503. */
public final class ServiceUnavailableException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ServiceUnavailableException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
