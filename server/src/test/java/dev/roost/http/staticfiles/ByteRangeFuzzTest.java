package dev.roost.http.staticfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.roost.http.problem.ApiException;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Range} headers that a fuzzer makes up, for files of several sizes. */
class ByteRangeFuzzTest {

    private static final long[] SIZES = {0, 1, 10, 4_096, Integer.MAX_VALUE, Long.MAX_VALUE};

    private static final Pattern RANGE = Pattern.compile("(?i:bytes)=[ \t]*([0-9]*)-([0-9]*)[ \t]*");

    private static final String WHOLE = "whole";
    private static final String NONE = "none";

    @FuzzTest
    void areWhatWasAskedForOfTheFile(byte[] input) {
        String header = new String(input, ISO_8859_1);
        for (long size : SIZES) {
            assertThat(requested(header, size)).isEqualTo(expected(header, size));
        }
    }

    private static String requested(String header, long size) {
        var fields = DefaultHttpHeadersFactory.headersFactory()
                .withValidation(false)
                .newHeaders()
                .add(HttpHeaders.RANGE, header);
        try {
            return ByteRange.requested(new NettyHttpHeaders(fields, ConversionService.SHARED), size)
                    .map(range -> range.contentRange(size))
                    .orElse(WHOLE);
        } catch (ApiException refusal) {
            return NONE;
        }
    }

    /** RFC 9110, section 14.1.2, in numbers without a limit. */
    private static String expected(String header, long fileSize) {
        Matcher range = RANGE.matcher(header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return WHOLE;
        }
        var size = BigInteger.valueOf(fileSize);
        var end = size.subtract(BigInteger.ONE);
        if (range.group(1).isEmpty()) {
            var length = new BigInteger(range.group(2)).min(size);
            if (range.group(2).matches("0+")) {
                return NONE;
            }
            return length.signum() == 0 ? WHOLE : "bytes %d-%d/%d".formatted(size.subtract(length), end, size);
        }
        var first = new BigInteger(range.group(1));
        var last = range.group(2).isEmpty() ? end.max(first) : new BigInteger(range.group(2));
        if (last.compareTo(first) < 0) {
            return WHOLE;
        }
        return first.compareTo(size) < 0 ? "bytes %d-%d/%d".formatted(first, last.min(end), size) : NONE;
    }
}
