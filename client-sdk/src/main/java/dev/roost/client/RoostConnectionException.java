package dev.roost.client;

/**
 * No answer arrived, or none that can be read; whether the service did what it was asked to is not known. Where the
 * thread was interrupted, it still is.
 */
public class RoostConnectionException extends RoostException {

    private static final long serialVersionUID = 1L;

    RoostConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
