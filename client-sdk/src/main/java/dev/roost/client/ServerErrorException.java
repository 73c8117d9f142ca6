package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** Something went wrong in the service, or between it and the client: a status of 5xx other than 503. */
public final class ServerErrorException extends ProblemException {

    private static final long serialVersionUID = 1L;

    ServerErrorException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
