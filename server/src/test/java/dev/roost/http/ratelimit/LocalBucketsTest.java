package dev.roost.http.ratelimit;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private final ManualClock clock = new ManualClock();
    private final LocalBuckets buckets = new LocalBuckets(new RateLimit("test", 3, Duration.ofMinutes(1)), clock);

    @Test
    void letThroughExactlyTheLimitHoweverParallel() {
        var many = new LocalBuckets(new RateLimit("test", 500, Duration.ofMinutes(1)), clock);

        List<Boolean> passed =
                inThreads(16, 1_600, i -> many.take("key").probe().isConsumed());

        assertThat(passed).filteredOn(Boolean::booleanValue).hasSize(500);
    }

    @Test
    void tellTheTruthAboutWhatIsLeftAndUntilWhen() {
        assertThat(buckets.take("key").headers()).isEqualTo(headers(2, 60));
        clock.advance(Duration.ofMillis(10_500));
        assertThat(buckets.take("key").headers()).isEqualTo(headers(1, 50));
        assertThat(buckets.take("key").headers()).isEqualTo(headers(0, 50));
        assertThat(buckets.take("key").headers()).isEqualTo(headers(0, 50));
        assertThat(passes("key")).isFalse();

        clock.advance(Duration.ofMillis(49_499));
        assertThat(passes("key")).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(buckets.take("key").headers()).isEqualTo(headers(2, 60));
    }

    @Test
    void giveEachKeyItsOwn() {
        exhaust("one");

        assertThat(passes("one")).isFalse();
        assertThat(passes("another")).isTrue();
    }

    @Test
    void takeATokenBack() {
        Verdict taken = buckets.take("key");
        buckets.take("key");
        buckets.take("key");
        taken.giveBack().run();

        assertThat(passes("key")).isTrue();
        assertThat(passes("key")).isFalse();
    }

    @Test
    void startOverWhenNobodyAskedForAPeriod() {
        exhaust("key");
        clock.advance(Duration.ofSeconds(75));

        assertThat(buckets.take("key").headers()).isEqualTo(headers(2, 60));
    }

    @Test
    void areForgottenAfterAPeriod() {
        passes("key");
        assertThat(buckets.size()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        assertThat(buckets.size()).isEqualTo(0);
    }

    @Test
    void areBoundedHoweverManyAddressesAnAttackerHas() {
        for (int i = 0; i < 200_000; i++) {
            buckets.take("address " + i);
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(50_000);
    }

    private boolean passes(String key) {
        return buckets.take(key).probe().isConsumed();
    }

    private void exhaust(String key) {
        for (int i = 0; i < 3; i++) {
            assertThat(passes(key)).isTrue();
        }
    }

    private static Map<String, String> headers(int remaining, int reset) {
        return Map.of(
                "RateLimit-Limit", "3",
                "RateLimit-Remaining", String.valueOf(remaining),
                "RateLimit-Reset", String.valueOf(reset));
    }
}
