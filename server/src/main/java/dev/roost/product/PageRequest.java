package dev.roost.product;

import java.math.BigInteger;

/**
 * Which page of a list is asked for. What cannot be meant is read as the default instead of being refused, as the
 * first clients expect.
 *
 * @param page the page's number, from 1
 * @param limit the most products on a page, from 1 to 100
 */
record PageRequest(long page, int limit) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    static PageRequest of(String page, String limit) {
        long size = number(limit);
        return new PageRequest(Math.max(number(page), 1), size < 1 || size > MAX_LIMIT ? DEFAULT_LIMIT : (int) size);
    }

    /** Returns how many products lie before the page; {@link Long#MAX_VALUE} stands for more than that. */
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
