package dev.roost.client;

/** No answer arrived before the call's time was over, all of its attempts and waits counted. */
public final class RoostTimeoutException extends RoostConnectionException {

    private static final long serialVersionUID = 1L;

    RoostTimeoutException(Throwable cause) {
        super("the service did not answer in time", cause);
    }
}
