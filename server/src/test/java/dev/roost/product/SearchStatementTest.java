package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list's SQL has an index for each order, one for words and one for prices. */
class SearchStatementTest extends ApiTest {

    private static final int LIMIT = 21;
    private static final ProductFilter LAMPS = new ProductFilter("lamp", null, null, null, null);
    private static final ProductFilter CHEAP = new ProductFilter(null, null, BigDecimal.TEN, null, null);
    private static final String PRICES = "product_prices_price_product_id_idx";

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "-created_at", "price", "-price", "name", "-name"})
    void readsEachOrderFromAnIndexFromAnyPlaceOn(String sort) throws SQLException {
        assertThat(explain(SearchStatement.pageOfMany(ProductFilter.NONE, order(sort), place(sort), LIMIT, 0), "sort"))
                .contains(index(sort), "Index Cond: (ROW(")
                .doesNotContain("Sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "-created_at", "price", "-price", "name", "-name"})
    void readsThemSoWhateverIsFiltered(String sort) throws SQLException {
        var filter = new ProductFilter("nail", BigDecimal.ONE, null, false, null);

        assertThat(explain(SearchStatement.pageOfMany(filter, order(sort), place(sort), LIMIT, 0), "sort"))
                .contains(index(sort), "ROW(")
                .containsPattern("Index Cond: .*\\(ROW\\(")
                .doesNotContain("Sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "price", "name"})
    void findsWordsByTheirIndex(String sort) throws SQLException {
        assertThat(explain(SearchStatement.pageOfMany(LAMPS, order(sort), null, LIMIT, 0), "indexscan"))
                .contains("products_words_idx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "price", "name"})
    void fetchesAllOfAFew(String sort) throws SQLException {
        assertThat(explain(SearchStatement.pageOfFew(LAMPS, order(sort), null, LIMIT, 0), "sort"))
                .contains("products_words_idx")
                .doesNotContain(index(sort));
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "price", "name"})
    void findsAFewPricesByTheirIndex(String sort) throws SQLException {
        assertThat(explain(SearchStatement.pageOfFew(CHEAP, order(sort), null, LIMIT, 0), "hashjoin"))
                .contains(PRICES, "Index Cond: (price <= '10'::numeric)");
    }

    @Test
    void countsPricesByTheirIndex() throws SQLException {
        assertThat(explain(SearchStatement.count(CHEAP, LIMIT), "hashjoin"))
                .contains(PRICES, "Index Cond: (price <= '10'::numeric)");
    }

    private static ProductOrder order(String sort) {
        return ProductOrder.parse(sort);
    }

    private static ProductPlace place(String sort) {
        String key = sort.endsWith("name") ? "Lamp" : sort.endsWith("price") ? "1" : "2026-11-21T09:30:00Z";
        return new ProductPlace(key, 42);
    }

    private static String index(String sort) {
        return sort.endsWith("price") ? PRICES : "products_%s_id_idx".formatted(sort.replace("-", ""));
    }

    /** Returns the plan for a thousand products, where one way is to be avoided, and to read the whole table, as well. */
    private String explain(SearchStatement search, String avoided) throws SQLException {
        TestAccount owner = accounts.create();
        var plan = new StringBuilder();
        try (var connection = connection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        INSERT INTO products (user_id, name, price) SELECT %d, 'Nail ' || i, i FROM generate_series(1, 1000) i;
                        ANALYZE products, product_prices;
                        SET LOCAL enable_seqscan = off;
                        SET LOCAL enable_%s = off;
                        """.formatted(owner.id(), avoided));
            }
            try (var statement = connection.prepareStatement("EXPLAIN " + search.sql())) {
                search.bind(statement);
                var lines = statement.executeQuery();
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return plan.toString();
    }
}
