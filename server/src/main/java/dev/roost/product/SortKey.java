package dev.roost.product;

import java.util.Locale;

/**
 * What products are sorted by. The database has an index for each, which it reads in both directions; that of prices is read
 * through a view.
 */
enum SortKey {
    CREATED_AT("created_at", "CAST(? AS timestamptz)"),
    PRICE("price", "CAST(? AS numeric)"),

    /** Without regard to case, and by code point, so that no database sorts otherwise than another. */
    NAME("lower(name) COLLATE \"C\"", "lower(?) COLLATE \"C\"");

    private final String expression;
    private final String placeholder;

    SortKey(String expression, String placeholder) {
        this.expression = expression;
        this.placeholder = placeholder;
    }

    /** Returns the key as clients write it. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the SQL of a row's key. */
    String expression() {
        return expression;
    }

    /** Returns the SQL of a key that is a parameter, which {@link #of} gives as text. */
    String placeholder() {
        return placeholder;
    }

    /** Returns a product's key as text. */
    String of(Product product) {
        return switch (this) {
            case CREATED_AT -> product.createdAt().toString();
            case PRICE -> product.price().toString();
            case NAME -> product.name();
        };
    }
}
