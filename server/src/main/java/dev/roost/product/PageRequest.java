package dev.roost.product;

import dev.roost.http.problem.ApiException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for. What cannot be meant is read as the default instead of being refused, as the
 * first clients expect.
 *
 * @param page the page's number, from 1
 * @param limit the most products on a page, from 1 to 100
 * @param cursor what leads to the page instead of its number
 */
record PageRequest(long page, int limit, @Nullable String cursor) {

    static final int MAX_LIMIT = 100;

    private static final int DEFAULT_LIMIT = 20;

    /**
     * Reads what a client asks for.
     *
     * @throws ApiException 422 where that is a page's number and a cursor, too
     */
    static PageRequest of(@Nullable String page, String limit, @Nullable String cursor) {
        if (page != null && cursor != null) {
            throw ApiException.invalid("cursor", "must not be given together with page");
        }
        long size = number(limit);
        return new PageRequest(
                page == null ? 1 : Math.max(number(page), 1),
                size < 1 || size > MAX_LIMIT ? DEFAULT_LIMIT : (int) size,
                cursor);
    }

    /** Returns the page's number; null where a cursor leads to it. */
    @Nullable
    Long number() {
        return cursor == null ? page : null;
    }

    /** Returns how many products lie before the page of this number; {@link Long#MAX_VALUE} stands for more than that. */
    long offset() {
        long before = page - 1;
        return before > Long.MAX_VALUE / limit ? Long.MAX_VALUE : before * limit;
    }

    /** Returns 0 for what is no number from 0 up, and {@link Long#MAX_VALUE} for what is more. */
    private static long number(String text) {
        return text.matches("\\d+")
                ? new BigInteger(text).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact()
                : 0;
    }
}
