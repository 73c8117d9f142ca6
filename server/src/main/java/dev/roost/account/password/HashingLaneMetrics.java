package dev.roost.account.password;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.configuration.metrics.annotation.RequiresMetrics;
import jakarta.inject.Singleton;

/** How busy password hashing is: what is being hashed, what waits for it, and what was turned away. */
@Singleton
@RequiresMetrics
final class HashingLaneMetrics implements MeterBinder {

    private final HashingLane lane;

    HashingLaneMetrics(HashingLane lane) {
        this.lane = lane;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("roost.password.hashing.active", lane, HashingLane::active)
                .description("Threads that hash a password")
                .register(registry);
        Gauge.builder("roost.password.hashing.waiting", lane, HashingLane::waiting)
                .description("Passwords that wait for a thread")
                .register(registry);
        FunctionCounter.builder("roost.password.hashing.rejected", lane, HashingLane::rejected)
                .description("Passwords that were turned away because too many waited")
                .register(registry);
    }
}
