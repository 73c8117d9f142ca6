package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import dev.roost.product.ProductSearch.Matches;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list's SQL has an index for each order, and one for words. */
class ProductSearchRepositoryTest extends ApiTest {

    private static final String PRICES = "product_prices_price_product_id_idx";
    private static final ProductFilter LAMPS = new ProductFilter("lamp", null, null, null, null);

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "-created_at", "price", "-price", "name", "-name"})
    void readsEachOrderFromAnIndexFromAnyPlaceOn(String sort) throws SQLException {
        ProductOrder order = ProductOrder.parse(sort);
        String key = sort.endsWith("name") ? "Lamp" : sort.endsWith("price") ? "1" : "2026-11-21T09:30:00Z";

        String plan = explain(ProductFilter.NONE, Matches.MANY, new ProductPlace(key, 42), order, "enable_sort");

        assertThat(plan)
                .contains("Index Scan")
                .contains(sort.endsWith("price") ? PRICES : "products_%s_id_idx".formatted(sort.replace("-", "")))
                .contains("Index Cond: (ROW(")
                .doesNotContain("Sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "price", "name"})
    void findsWordsByTheirIndex(String sort) throws SQLException {
        ProductOrder order = ProductOrder.parse(sort);

        assertThat(explain(LAMPS, Matches.MANY, null, order, "enable_indexscan"))
                .contains("products_words_idx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "price", "name"})
    void looksUpAllOfFewMatches(String sort) throws SQLException {
        ProductOrder order = ProductOrder.parse(sort);

        assertThat(explain(LAMPS, Matches.FEW, null, order, "enable_sort"))
                .contains("products_words_idx")
                .doesNotContain("products_%s_id_idx".formatted(sort), "product_prices");
    }

    @ParameterizedTest
    @EnumSource(Matches.class)
    void findsPricesByTheirIndex(Matches matches) throws SQLException {
        var filter = new ProductFilter(null, BigDecimal.ONE, BigDecimal.TEN, null, null);

        assertThat(explain(filter, matches, null, ProductOrder.parse("-created_at"), "enable_hashjoin"))
                .contains(PRICES, "Index Cond: ((price >= '1'::numeric) AND (price <= '10'::numeric))");
    }

    /** Returns the plan for a thousand products, where one way is to be avoided, and to read the whole table, as well. */
    private String explain(
            ProductFilter filter, Matches matches, @Nullable ProductPlace after, ProductOrder order, String avoided)
            throws SQLException {
        WhereClause where = ProductSearch.where(filter);
        WhereClause follows = ProductSearch.follows(order, after);
        TestAccount owner = accounts.create();
        var plan = new StringBuilder();
        try (var connection = connection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("""
                        INSERT INTO products (user_id, name, price) SELECT %d, 'Nail ' || i, i FROM generate_series(1, 1000) i;
                        ANALYZE products, product_prices;
                        SET LOCAL enable_seqscan = off;
                        SET LOCAL %s = off;
                        """.formatted(owner.id(), avoided));
            }
            try (var statement =
                    connection.prepareStatement("EXPLAIN " + ProductSearch.select(filter, matches, follows, order))) {
                int next = follows.bind(statement, where.bind(statement, 1));
                statement.setInt(next, 21);
                statement.setLong(next + 1, 0);
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
