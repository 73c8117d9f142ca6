package dev.roost.http.health;

/** Something without which requests cannot be served. */
@FunctionalInterface
public interface ReadinessCheck {

    /** Tells whether it is there; may take its time, which nobody waits for longer than a second. */
    boolean passes();
}
