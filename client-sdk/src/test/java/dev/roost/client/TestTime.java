package dev.roost.client;

import dev.roost.client.http.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes only where somebody waits, and notes for how long. */
final class TestTime extends Clock implements Pause {

    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Override
    public CompletableFuture<Void> of(Duration time) {
        waits.add(time);
        pass(time);
        return CompletableFuture.completedFuture(null);
    }

    /** Lets time pass. */
    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** Returns the waits so far. */
    List<Duration> waits() {
        return waits;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** Returns a builder of a client that lives in this time, and whose back-off has no jitter. */
    RoostClientBuilder clientOf(FaultyServer server) {
        return RoostClient.builder()
                .baseUrl(server.url())
                .clock(this)
                .pause(this)
                .random(() -> 0);
    }
}
