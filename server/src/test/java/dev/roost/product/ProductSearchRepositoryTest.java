package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list's SQL has an index for each order, and one for words. */
class ProductSearchRepositoryTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "-created_at", "price", "-price", "name", "-name"})
    void readsEachOrderFromAnIndexFromAnyPlaceOn(String sort) throws SQLException {
        ProductOrder order = ProductOrder.parse(sort);
        WhereClause where = ProductSearch.where(ProductFilter.NONE);
        String key = sort.endsWith("name") ? "Lamp" : sort.endsWith("price") ? "1" : "2026-11-21T09:30:00Z";
        where.add(order.follows(), List.of(key, 42L));

        String plan = explain(where, order, "enable_sort");

        assertThat(plan)
                .contains("Index Scan")
                .contains("products_%s_id_idx".formatted(sort.replace("-", "")))
                .contains("Index Cond: (ROW(")
                .doesNotContain("Sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_at", "price", "name"})
    void findsWordsByTheirIndex(String sort) throws SQLException {
        WhereClause where = ProductSearch.where(new ProductFilter("lamp", null, null, null, null));

        assertThat(explain(where, ProductOrder.parse(sort), "enable_indexscan")).contains("products_words_idx");
    }

    /** Returns the plan where one way is to be avoided, and to read the whole table, which is all but empty, as well. */
    private String explain(WhereClause where, ProductOrder order, String avoided) throws SQLException {
        var plan = new StringBuilder();
        try (var connection = connection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL enable_seqscan = off; SET LOCAL %s = off".formatted(avoided));
            }
            try (var statement = connection.prepareStatement("EXPLAIN " + ProductSearch.select(where, order))) {
                int next = where.bind(statement);
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
