package dev.roost.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.http.problem.ApiException;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** Ranges, whatever is sent for one. */
class ByteRangePropertyTest {

    @Property(tries = 5_000)
    void lieWithinTheFile(
            @ForAll @NumericChars @Chars({'-', ',', ' ', '٣'}) @StringLength(max = 30) String ranges,
            @ForAll @LongRange(min = 0) long size) {
        requested("bytes=" + ranges, size).ifPresent(range -> {
            assertThat(range.start()).isBetween(0L, size - 1);
            assertThat(range.length()).isBetween(1L, size - range.start());
        });
    }

    @Property
    void areThoseThatWereAskedFor(
            @ForAll @LongRange(min = 0) long first,
            @ForAll @LongRange(min = 0) long last,
            @ForAll @LongRange(min = 1) long size) {
        Optional<ByteRange> range = requested("bytes=%d-%d".formatted(first, last), size);

        if (first <= last && first < size) {
            assertThat(range).hasValue(new ByteRange(first, Math.min(last, size - 1) - first + 1));
        } else {
            assertThat(range).isEmpty();
        }
    }

    /** Returns nothing for what the file does not have, too. */
    private static Optional<ByteRange> requested(String field, long size) {
        try {
            return ByteRange.requested(new SimpleHttpHeaders(Map.of("Range", field), ConversionService.SHARED), size);
        } catch (ApiException e) {
            return Optional.empty();
        }
    }
}
