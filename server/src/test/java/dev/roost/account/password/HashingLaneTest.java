package dev.roost.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HashingLaneTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int CORES_IN_A_FLOOD = Math.max(1, CORES - 1);
    private static final int MAX_WAITING = 64;

    private final HashingLane lane = new HashingLane(Duration.ofSeconds(20));
    private final HashingLane impatient = new HashingLane(Duration.ofMillis(50));
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore steps = new Semaphore(0);
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void close() {
        steps.release(1_000);
        callers.close();
        lane.close();
        impatient.close();
    }

    @Test
    void lets64WaitAndTurnsTheRestAway() {
        fill();

        assertThatThrownBy(this::runOneMore).isInstanceOf(HashingOverloadException.class);
        assertThatThrownBy(lane::requireRoom).isInstanceOf(HashingOverloadException.class);

        step(CORES + MAX_WAITING);
        lane.requireRoom();
    }

    @Test
    void leavesACoreToOthersFromWhenItTurnsWorkAwayUntilHalfOfItIsDone() {
        fill();
        assertThatThrownBy(lane::requireRoom).isInstanceOf(HashingOverloadException.class);
        step(CORES);
        mostAtWork.set(0);
        step(MAX_WAITING / 2 - CORES);
        assertThat(mostAtWork.get()).isBetween(1, CORES_IN_A_FLOOD);

        step(CORES);
        await(() -> atWork.get() == CORES);
    }

    @Test
    void tellsHowManyAreHashedWaitAndWereTurnedAway() {
        var registry = new SimpleMeterRegistry();
        new HashingLaneMetrics(lane).bindTo(registry);
        fill();
        assertThatThrownBy(this::runOneMore).isInstanceOf(HashingOverloadException.class);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(lane::requireRoom).isInstanceOf(HashingOverloadException.class);
        }

        assertThat(registry.get("roost.password.hashing.active").gauge().value())
                .isEqualTo(CORES);
        assertThat(registry.get("roost.password.hashing.waiting").gauge().value())
                .isEqualTo(MAX_WAITING);
        assertThat(registry.get("roost.password.hashing.rejected")
                        .functionCounter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void saysHowLongThoseNeedThatWait() {
        fill();

        HashingOverloadException refusal = catchThrowableOfType(HashingOverloadException.class, this::runOneMore);

        assertThat(refusal.retryAfter())
                .isEqualTo(Duration.ofMillis(250).multipliedBy(MAX_WAITING + 1).dividedBy(CORES_IN_A_FLOOD));
    }

    @Test
    void doesNotDoWhatNobodyWaitsForAnyMore() {
        var isAwaited = new AtomicBoolean(true);
        occupy(lane, CORES);
        callers.execute(() -> lane.run(done::incrementAndGet, isAwaited::get));
        isAwaited.set(false);

        step(CORES);
        runOneMore();
        assertThat(done).hasValue(CORES + 1);
    }

    @Test
    void givesUpWhatHasWaitedForLong() {
        occupy(impatient, CORES);

        assertThatThrownBy(() -> impatient.run(done::incrementAndGet, () -> true))
                .isInstanceOf(HashingOverloadException.class);
        step(CORES);
        assertThat(impatient.run(() -> "again", () -> true)).isEqualTo("again");
        assertThat(done).hasValue(CORES);
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> lane.run(
                        () -> {
                            throw new IllegalArgumentException("broken");
                        },
                        () -> true))
                .hasRootCauseMessage("broken");
    }

    private void fill() {
        occupy(lane, CORES);
        for (int i = 0; i < MAX_WAITING; i++) {
            callers.execute(() -> lane.run(this::work, () -> true));
        }
        await(() -> lane.waiting() == MAX_WAITING);
    }

    private void occupy(HashingLane lane, int threads) {
        for (int i = 0; i < threads; i++) {
            callers.execute(() -> lane.run(this::work, () -> true));
        }
        await(() -> atWork.get() == threads);
    }

    private int runOneMore() {
        return lane.run(done::incrementAndGet, () -> true);
    }

    /** Works until a step is made. */
    private int work() throws InterruptedException {
        mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
        steps.acquire();
        atWork.decrementAndGet();
        return done.incrementAndGet();
    }

    /** Lets so many works be done, one after the other. */
    private void step(int works) {
        for (int i = 0; i < works; i++) {
            int before = done.get();
            steps.release();
            await(() -> done.get() == before + 1);
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) { // The test's time limit ends this.
            LockSupport.parkNanos(1_000_000);
        }
    }
}
