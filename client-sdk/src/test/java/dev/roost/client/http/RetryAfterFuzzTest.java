package dev.roost.client.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits that a fuzzer makes up: {@code Retry-After} in the first line, {@code Date} in the next. */
class RetryAfterFuzzTest {

    private static final BigInteger NEVER = BigInteger.valueOf(999_999_999);

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @FuzzTest
    void areNoShorterThanNothingAndNoLongerThanNever(byte[] input) {
        String[] lines = new String(input, ISO_8859_1).split("\n", 2);

        Optional<Duration> wait = RetryAfter.of(
                HttpHeaders.of(
                        Map.of("Retry-After", List.of(lines[0]), "Date", List.of(lines[lines.length - 1])),
                        (name, value) -> true),
                clock);

        wait.ifPresent(time -> assertThat(time).isBetween(Duration.ZERO, Duration.ofSeconds(NEVER.longValue())));
        if (lines[0].strip().matches("[0-9]+")) {
            assertThat(wait)
                    .hasValue(Duration.ofSeconds(
                            new BigInteger(lines[0].strip()).min(NEVER).longValue()));
        }
    }
}
