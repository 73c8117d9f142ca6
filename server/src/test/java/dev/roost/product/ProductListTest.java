package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductListTest {

    private static final ProductOrder NEWEST = ProductOrder.parse("-created_at");

    @ParameterizedTest
    @CsvSource({"1, true", "101, true", "102, false", "9223372036854775807, false"})
    void takesAPageForASearchWhereItLeadsPast10000Products(String page, boolean isQuick) {
        assertThat(ProductList.isQuick(query(ProductFilter.NONE, page))).isEqualTo(isQuick);
    }

    @Test
    void takesEveryPageOfAFilterForASearch() {
        assertThat(ProductList.isQuick(query(new ProductFilter("lamp", null, null, null, null), "1")))
                .isFalse();
    }

    @Test
    void takesAPageBehindACursorForNone() {
        assertThat(ProductList.isQuick(query(ProductFilter.NONE, null))).isTrue();
    }

    private static ProductQuery query(ProductFilter filter, @Nullable String page) {
        return new ProductQuery(filter, NEWEST, PageRequest.of(page, "100", page == null ? "c2VhbA" : null));
    }
}
