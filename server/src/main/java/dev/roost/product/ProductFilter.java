package dev.roost.product;

import dev.roost.http.validation.Characters;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which products are asked for: those that meet all that is not null.
 *
 * @param q words of the name or the description, as {@code websearch_to_tsquery} reads them; a blank text is none
 * @param minPrice the lowest price
 * @param maxPrice the highest price
 * @param inStock whether there are any to sell
 * @param userId the number of the account that owns them
 */
@Introspected
record ProductFilter(
        @QueryValue
        @Nullable
        @Characters(max = ProductFilter.MAX_WORDS_LENGTH)
        @Parameter(
                description =
                        "Words that the name or the description has, all of them, in any case. As in web searches, "
                                + "quotes hold a phrase together, `or` is an alternative, and `-` rules a word out.",
                example = "\"desk lamp\" -used",
                schema = @Schema(maxLength = ProductFilter.MAX_WORDS_LENGTH))
        String q,

        @QueryValue("min_price")
        @Nullable
        @Price
        @Parameter(description = "The lowest price.", schema = @Schema(maximum = Price.MAX, multipleOf = 0.01))
        BigDecimal minPrice,

        @QueryValue("max_price")
        @Nullable
        @Price
        @Parameter(description = "The highest price.", schema = @Schema(maximum = Price.MAX, multipleOf = 0.01))
        BigDecimal maxPrice,

        @QueryValue("in_stock")
        @Nullable
        @Parameter(description = "`true` for what can be sold, `false` for what is sold out.")
        Boolean inStock,

        @QueryValue("user_id")
        @Nullable
        @Parameter(
                description = "The number of the account that owns them.",
                schema = @Schema(minimum = "1", maximum = "9223372036854775807"))
        Long userId) {

    /** Every product meets it. */
    static final ProductFilter NONE = new ProductFilter(null, null, null, null, null);

    static final int MAX_WORDS_LENGTH = 200;

    /** A minus sign that rules no word out says nothing, and PostgreSQL reads only so many of them. */
    private static final Pattern IDLE_MINUS = Pattern.compile("-(?![\\p{IsAlphabetic}\\p{IsDigit}\"])");

    ProductFilter {
        q = q == null || q.isBlank() ? null : q;
    }

    /** Returns the words as PostgreSQL takes them. */
    @Nullable
    String words() {
        return q == null ? null : IDLE_MINUS.matcher(q).replaceAll(" ");
    }

    boolean hasPrice() {
        return minPrice != null || maxPrice != null;
    }

    /** Tells whether an index that is no order of the list finds what meets it. */
    boolean isIndexed() {
        return q != null || hasPrice();
    }

    /** Tells whether every product meets it. */
    boolean isEmpty() {
        return equals(NONE);
    }
}
