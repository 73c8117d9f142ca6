package dev.roost.account;

import com.nimbusds.jose.JOSEException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to know a caller by an access token. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AccessTokensBenchmark {

    private static final Account ACCOUNT = new Account(
            1, UUID.randomUUID(), "bench@example.com", "no hash", "user", false, Instant.EPOCH, Instant.EPOCH);

    private final AccessTokens tokens = tokens();
    private final String known = tokens.issue(ACCOUNT, Duration.ofHours(1));

    /** Makes a token, of which each is another one. */
    @Benchmark
    public String issue() {
        return tokens.issue(ACCOUNT, Duration.ofHours(1));
    }

    /** Verifies one that was verified before. */
    @Benchmark
    public @Nullable Object verifyKnown() {
        return tokens.verify(known);
    }

    /** Makes one and verifies it for the first time. */
    @Benchmark
    public @Nullable Object issueAndVerify() {
        return tokens.verify(tokens.issue(ACCOUNT, Duration.ofHours(1)));
    }

    private static AccessTokens tokens() {
        try {
            return new AccessTokens(
                    new AccessTokenSettings("a-secret-of-the-benchmark-and-of-nothing-else", Duration.ofHours(1)),
                    Clock.systemUTC());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
