package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** The access token is missing or not good any more, or the e-mail and the password do not belong together: 401. */
public final class UnauthenticatedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    UnauthenticatedException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
