package dev.roost.http.staticfiles;

import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, section 14).
 *
 * @param start the position of its first byte
 * @param length how many bytes it has
 */
record ByteRange(long start, long length) {

    private static final Pattern ONE_RANGE = Pattern.compile("(?i)bytes=[ \\t]*(\\d*)-(\\d*)[ \\t]*");
    private static final Pattern SAFE_NUMBER = Pattern.compile("0*(\\d{1,18})");

    /**
     * Returns the range that a request asks for; empty where it asks for none, for several, or in a way that is not
     * understood, which all mean the whole file.
     *
     * @throws ApiException 416 when the file has no such range
     */
    static Optional<ByteRange> requested(HttpHeaders headers, long size) {
        List<String> ranges = headers.getAll(HttpHeaders.RANGE);
        var range = ONE_RANGE.matcher(ranges.size() == 1 ? ranges.getFirst() : "");
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            return suffix(number(range.group(2)), size);
        }
        long first = number(range.group(1));
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
        if (last < first) {
            return Optional.empty();
        }
        if (first >= size) {
            throw ApiException.rangeNotSatisfiable(size);
        }
        return Optional.of(new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }

    /** The end of an empty file is the whole of it. */
    private static Optional<ByteRange> suffix(long length, long size) {
        if (length == 0) {
            throw ApiException.rangeNotSatisfiable(size);
        }
        long available = Math.min(length, size);
        return available == 0 ? Optional.empty() : Optional.of(new ByteRange(size - available, available));
    }

    /** No file is as large as a number that a long does not hold. */
    private static long number(String digits) {
        var safe = SAFE_NUMBER.matcher(digits);
        return safe.matches() ? Long.parseLong(safe.group(1)) : Long.MAX_VALUE;
    }

    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(start, start + length - 1, size);
    }
}
