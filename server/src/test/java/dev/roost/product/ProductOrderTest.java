package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductOrderTest {

    private static final Product LAMP = new Product(
            42,
            7,
            "Desk lamp",
            null,
            new BigDecimal("19.90"),
            3,
            Instant.parse("2026-11-21T09:30:00.123456Z"),
            Instant.parse("2026-11-22T09:30:00Z"),
            1);

    @ParameterizedTest
    @CsvSource({
        "created_at, CREATED_AT, false",
        "-created_at, CREATED_AT, true",
        "price, PRICE, false",
        "-price, PRICE, true",
        "name, NAME, false",
        "-name, NAME, true"
    })
    void isReadAsItIsWritten(String text, SortKey key, boolean isDescending) {
        assertThat(ProductOrder.parse(text))
                .isEqualTo(new ProductOrder(key, isDescending))
                .hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--price", "price-", "Price", "stock", "price,name"})
    void isNoneOtherThanThose(String text) {
        assertThatThrownBy(() -> ProductOrder.parse(text))
                .isInstanceOf(ApiException.class)
                .hasMessage("sort must be one of created_at, price, name, or one with - before it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price|(price, id) > (CAST(? AS numeric), ?)|price ASC, id ASC",
                "-price|(price, id) < (CAST(? AS numeric), ?)|price DESC, id DESC",
                "-created_at|(created_at, id) < (CAST(? AS timestamptz), ?)|created_at DESC, id DESC",
                "name|(lower(name) COLLATE \"C\", id) > (lower(?) COLLATE \"C\", ?)|lower(name) COLLATE \"C\" ASC, id ASC"
            })
    void isWrittenAsSql(String text, String follows, String clause) {
        ProductOrder order = ProductOrder.parse(text);

        assertThat(order.follows()).isEqualTo(follows);
        assertThat(order.clause()).isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource({"created_at, 2026-11-21T09:30:00.123456Z", "price, 19.90", "-name, Desk lamp"})
    void knowsThePlaceOfAProduct(String text, String key) {
        assertThat(ProductPlace.of(LAMP, ProductOrder.parse(text))).isEqualTo(new ProductPlace(key, 42));
    }
}
