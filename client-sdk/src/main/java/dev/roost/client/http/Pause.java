package dev.roost.client.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A wait that holds no thread. */
@FunctionalInterface
public interface Pause {

    /** Waits by the system's timer. */
    Pause SYSTEM = time -> CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS));

    /** Returns what is complete when the time is over. */
    CompletableFuture<Void> of(Duration time);
}
