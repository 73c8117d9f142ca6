package dev.roost.http.staticfiles;

import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpHeaders;
import java.math.BigInteger;
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
            return suffix(new BigInteger(range.group(2)), size);
        }
        var first = new BigInteger(range.group(1));
        var end = BigInteger.valueOf(size - 1);
        var last = range.group(2).isEmpty() ? first.max(end) : new BigInteger(range.group(2));
        if (last.compareTo(first) < 0) {
            return Optional.empty();
        }
        if (first.compareTo(end) > 0) {
            throw ApiException.rangeNotSatisfiable(size);
        }
        long start = first.longValueExact();
        return Optional.of(new ByteRange(start, last.min(end).longValueExact() - start + 1));
    }

    /** The end of an empty file is the whole of it. */
    private static Optional<ByteRange> suffix(BigInteger length, long size) {
        if (length.signum() == 0) {
            throw ApiException.rangeNotSatisfiable(size);
        }
        long available = length.min(BigInteger.valueOf(size)).longValueExact();
        return available == 0 ? Optional.empty() : Optional.of(new ByteRange(size - available, available));
    }

    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(start, start + length - 1, size);
    }
}
