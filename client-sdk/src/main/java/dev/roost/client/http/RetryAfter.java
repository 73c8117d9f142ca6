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

    private RetryAfter() {}

    /** Returns how long to wait; a date is taken by the service's own clock, where the answer shows it. */
    public static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Retry-After")
                .flatMap(value -> value.matches("\\d+")
                        ? Optional.of(seconds(value))
                        : date(value).map(date -> until(date, now(headers, clock))));
    }

    /** More than 31 years are as good as never. */
    private static Duration seconds(String digits) {
        String number = digits.replaceFirst("^0+(?=\\d)", "");
        return Duration.ofSeconds(number.length() > 9 ? 999_999_999 : Long.parseLong(number));
    }

    private static Instant now(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Date").flatMap(RetryAfter::date).orElseGet(clock::instant);
    }

    private static Duration until(Instant date, Instant now) {
        return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
