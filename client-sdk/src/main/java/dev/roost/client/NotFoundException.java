package dev.roost.client;

import dev.roost.client.gen.model.Problem;
import java.net.http.HttpHeaders;

/** There is no such thing: 404. */
public final class NotFoundException extends ProblemException {

    private static final long serialVersionUID = 1L;

    NotFoundException(Problem problem, HttpHeaders headers) {
        super(problem, headers);
    }
}
