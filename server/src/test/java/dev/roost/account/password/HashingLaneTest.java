package dev.roost.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HashingLaneTest {

    private final HashingLane lane = new HashingLane();

    @Test
    void lets64WaitAndTurnsTheRestAway() throws Exception {
        int bearable = Runtime.getRuntime().availableProcessors() + 64;
        var refused = new CountDownLatch(10);
        var done = new AtomicInteger();

        List<Future<?>> callers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < bearable + 10; i++) {
                callers.add(threads.submit(() -> {
                    try {
                        lane.run(() -> {
                            refused.await();
                            return done.incrementAndGet();
                        });
                    } catch (RejectedExecutionException e) {
                        refused.countDown();
                    }
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        } finally {
            lane.close();
        }

        assertThat(done).hasValue(bearable);
    }

    @Test
    void tellsHowManyAreHashedWaitAndWereTurnedAway() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        var registry = new SimpleMeterRegistry();
        new HashingLaneMetrics(lane).bindTo(registry);
        var started = new CountDownLatch(cores);
        var refused = new CountDownLatch(3);
        var end = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < cores + 67; i++) {
                threads.execute(() -> {
                    try {
                        lane.run(() -> {
                            started.countDown();
                            return end.await(20, TimeUnit.SECONDS);
                        });
                    } catch (RejectedExecutionException e) {
                        refused.countDown();
                    }
                });
            }
            boolean full = started.await(20, TimeUnit.SECONDS) && refused.await(20, TimeUnit.SECONDS);
            var measured = List.of(
                    registry.get("roost.password.hashing.active").gauge().value(),
                    registry.get("roost.password.hashing.waiting").gauge().value(),
                    registry.get("roost.password.hashing.rejected")
                            .functionCounter()
                            .count());
            end.countDown();

            assertThat(full).isTrue();
            assertThat(measured).containsExactly((double) cores, 64.0, 3.0);
        } finally {
            lane.close();
        }
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> lane.run(() -> {
                    throw new IllegalArgumentException("broken");
                }))
                .hasRootCauseMessage("broken");
        lane.close();
    }
}
