package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SearchLaneTest {

    @Test
    void hasHalfOfThePoolsConnectionsAndRefusesWhoGetsNone() throws Exception {
        var lane = new SearchLane(4);
        var started = new CountDownLatch(2);
        var end = new CompletableFuture<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                threads.execute(() -> lane.run(() -> {
                    started.countDown();
                    return end.join();
                }));
            }
            started.await();

            assertThatThrownBy(() -> lane.run(() -> "third")).isInstanceOf(ApiException.class);
            end.complete("found");
        }

        assertThat(lane.run(() -> "fourth")).isEqualTo("fourth");
    }

    @Test
    void givesItsPlaceBackWhenASearchFails() {
        var lane = new SearchLane(1);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> lane.run(() -> {
                        throw new IllegalStateException("the database is away");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(lane.run(() -> "found")).isEqualTo("found");
    }
}
