package dev.roost.product;

import dev.roost.http.problem.ApiException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An order of the catalogue.
 *
 * @param key what products are sorted by; ties go by id
 * @param isDescending whether the last comes first
 */
record ProductOrder(SortKey key, boolean isDescending) {

    private static final String KEYS =
            Arrays.stream(SortKey.values()).map(SortKey::parameter).collect(Collectors.joining(", "));

    /**
     * Reads a sort key, with a minus sign before it for descending.
     *
     * @throws ApiException 400 for anything else
     */
    static ProductOrder parse(String text) {
        boolean isDescending = text.startsWith("-");
        String name = isDescending ? text.substring(1) : text;
        return Arrays.stream(SortKey.values())
                .filter(key -> key.parameter().equals(name))
                .findAny()
                .map(key -> new ProductOrder(key, isDescending))
                .orElseThrow(() ->
                        ApiException.malformed("sort must be one of %s, or one with - before it".formatted(KEYS)));
    }

    /** Returns the SQL condition on rows that follow a place, whose key and id are its parameters. */
    String follows() {
        return "(%s, id) %s (%s, ?)".formatted(key.expression(), isDescending ? "<" : ">", key.placeholder());
    }

    /** Returns the SQL to order by. */
    String clause() {
        return "%s %s, id %2$s".formatted(key.expression(), isDescending ? "DESC" : "ASC");
    }

    /** Returns the order as clients write it. */
    @Override
    public String toString() {
        return (isDescending ? "-" : "") + key.parameter();
    }
}
