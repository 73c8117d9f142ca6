package dev.roost.product;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Finds products by filter and order. The SQL is put together from constants, so that it holds what is asked for and
 * PostgreSQL can plan for that; what a client sends is only ever a parameter.
 */
@Singleton
class ProductSearch {

    private static final String PRODUCTS = "products";
    private static final String BY_PRICE = "products_by_price"; // The index of prices is that of another table.

    private final JdbcOperations jdbc;

    ProductSearch(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the products behind a place, or from the first on where there is none, but for as many as are skipped.
     *
     * @param matches how many products meet the filter
     */
    List<Product> find(
            ProductFilter filter,
            Matches matches,
            ProductOrder order,
            @Nullable ProductPlace after,
            int limit,
            long skipped) {
        WhereClause where = where(filter);
        WhereClause follows = follows(order, after);
        return jdbc.prepareStatement(select(filter, matches, follows, order), statement -> {
            planForValues(statement, filter);
            int next = follows.bind(statement, where.bind(statement, 1));
            statement.setInt(next, limit);
            statement.setLong(next + 1, skipped);
            try (var result = statement.executeQuery()) {
                return ProductRow.readAll(result);
            }
        });
    }

    /** Returns how many products there are, or {@code most} where there are more. */
    long count(ProductFilter filter, long most) {
        WhereClause where = where(filter);
        String sql = """
                SELECT count(*)
                FROM (SELECT FROM %s %s LIMIT ?) AS found
                """.formatted(filter.hasPrice() ? BY_PRICE : PRODUCTS, where.sql());
        return jdbc.prepareStatement(sql, statement -> {
            planForValues(statement, filter);
            statement.setLong(where.bind(statement, 1), most);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** Returns the SQL of a page, whose parameters are those of the clauses, the limit and the offset. */
    static String select(ProductFilter filter, Matches matches, WhereClause follows, ProductOrder order) {
        boolean isByPrice = filter.hasPrice() || (matches == Matches.MANY && order.key() == SortKey.PRICE);
        return """
                WITH matches AS %s (
                    SELECT %s
                    FROM %s
                    %s
                )
                SELECT *
                FROM matches
                %s
                ORDER BY %s
                LIMIT ? OFFSET ?
                """.formatted(
                        matches == Matches.FEW ? "MATERIALIZED" : "NOT MATERIALIZED",
                        ProductRow.COLUMNS,
                        isByPrice ? BY_PRICE : PRODUCTS,
                        where(filter).sql(),
                        follows.sql(),
                        order.clause());
    }

    /** Returns the condition on products behind a place. */
    static WhereClause follows(ProductOrder order, @Nullable ProductPlace after) {
        var follows = new WhereClause();
        if (after != null) {
            follows.add(order.follows(), List.of(after.key(), after.id()));
        }
        return follows;
    }

    /** Returns the conditions of a filter. */
    static WhereClause where(ProductFilter filter) {
        var where = new WhereClause();
        where.add("words @@ websearch_to_tsquery('simple', ?)", filter.words());
        where.add("price >= ?", filter.minPrice());
        where.add("price <= ?", filter.maxPrice());
        where.add("(stock > 0) = ?", filter.inStock());
        where.add("user_id = ?", filter.userId());
        return where;
    }

    /** A plan that is kept for all values would read the whole catalogue for a rare word, or sort half of it for a common one. */
    private static void planForValues(PreparedStatement statement, ProductFilter filter) throws SQLException {
        if (!filter.isEmpty()) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }

    /** How many products meet a filter: PostgreSQL, which guesses that, would read all by their order for a rare word. */
    enum Matches {

        /** All of them are looked up and sorted. */
        FEW,

        /** The products are read by their order until the page is full of those that meet it. */
        MANY
    }
}
