package dev.roost.client.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After} in both of its forms: seconds, and a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    /** More than 31 years are as good as that. */
    private static final Duration NEVER = Duration.ofSeconds(999_999_999);

    private RetryAfter() {}

    /** Returns how long to wait; a date is taken by the service's own clock, where the answer shows it. */
    public static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Retry-After")
                .flatMap(value -> value.matches("\\d+")
                        ? Optional.of(seconds(value))
                        : date(value).map(date -> until(date, now(headers, clock))));
    }

    private static Duration seconds(String digits) {
        String number = digits.replaceFirst("^0+(?=\\d)", "");
        return number.length() > 9 ? NEVER : Duration.ofSeconds(Long.parseLong(number));
    }

    private static Instant now(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Date").flatMap(RetryAfter::date).orElseGet(clock::instant);
    }

    private static Duration until(Instant date, Instant now) {
        if (!date.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(now, date);
        return wait.compareTo(NEVER) < 0 ? wait : NEVER;
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
