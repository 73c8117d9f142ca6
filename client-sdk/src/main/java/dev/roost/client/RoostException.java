package dev.roost.client;

/** A call that did not succeed: a {@link ProblemException} or a {@link RoostConnectionException}. */
public abstract class RoostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RoostException(String message) {
        super(message);
    }

    RoostException(String message, Throwable cause) {
        super(message, cause);
    }
}
