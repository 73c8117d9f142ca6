package dev.roost.client.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before each retry: half a second, doubled each time up to eight, and up to a quarter less. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int DOUBLINGS = 4;

    private final DoubleSupplier random;

    /**
     * Creates a back-off.
     *
     * @param random gives numbers from 0 to below 1, which keep many clients from coming back all at once
     */
    public Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** Returns the wait after so many retries. */
    Duration after(int retries) {
        long millis = FIRST.toMillis() << Math.min(retries, DOUBLINGS);
        return Duration.ofMillis(Math.round(millis * (1 - random.getAsDouble() / 4)));
    }
}
