package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductFilterTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void asksForNoWordsWhereThereAreNone(@Nullable String q) {
        ProductFilter filter = words(q);

        assertThat(filter).isEqualTo(ProductFilter.NONE);
        assertThat(filter.words()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "desk lamp|desk lamp",
                "lamp -used|lamp -used",
                "lamp -\"as new\"|lamp -\"as new\"",
                "lamp -7|lamp -7",
                "lamp -|lamp  ",
                "---lamp|  -lamp",
                "lamp -!|lamp  !"
            })
    void leavesOutAMinusThatRulesNothingOut(String q, String words) {
        assertThat(words(q).words()).isEqualTo(words);
    }

    @Test
    void isEmptyWhereEveryProductMeetsIt() {
        assertThat(ProductFilter.NONE.isEmpty()).isTrue();
        assertThat(words("lamp").isEmpty()).isFalse();
        assertThat(inStock().isEmpty()).isFalse();
    }

    @Test
    void hasAPriceWhereEitherBoundIsGiven() {
        assertThat(prices(BigDecimal.ONE, null).hasPrice()).isTrue();
        assertThat(prices(null, BigDecimal.ONE).hasPrice()).isTrue();
        assertThat(words("lamp").hasPrice()).isFalse();
    }

    @Test
    void isIndexedByWordsAndByPrices() {
        assertThat(words("lamp").isIndexed()).isTrue();
        assertThat(prices(null, BigDecimal.ONE).isIndexed()).isTrue();
        assertThat(inStock().isIndexed()).isFalse();
    }

    private static ProductFilter words(@Nullable String q) {
        return new ProductFilter(q, null, null, null, null);
    }

    private static ProductFilter prices(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        return new ProductFilter(null, min, max, null, null);
    }

    private static ProductFilter inStock() {
        return new ProductFilter(null, null, null, true, null);
    }
}
