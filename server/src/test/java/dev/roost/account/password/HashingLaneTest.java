package dev.roost.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
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
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> lane.run(() -> {
                    throw new IllegalArgumentException("broken");
                }))
                .hasRootCauseMessage("broken");
        lane.close();
    }
}
