package dev.roost.product;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that searches the catalogue. Its SQL is put together from constants, so that it holds what is asked for and
 * PostgreSQL can plan for that; what a client sends is only ever a parameter.
 *
 * @param sql the statement
 * @param values the values of its parameters, in their order
 */
record SearchStatement(String sql, List<Object> values) {

    private static final String PRODUCTS = "products";

    /** The same with prices that have an index. */
    private static final String BY_PRICE = "products_by_price";

    /** Counts the products, up to so many. */
    static SearchStatement count(ProductFilter filter, long most) {
        WhereClause where = where(filter);
        String sql = """
                SELECT count(*)
                FROM (SELECT FROM %s %s LIMIT ?) AS found
                """.formatted(filter.hasPrice() ? BY_PRICE : PRODUCTS, where.sql());
        return new SearchStatement(sql, concat(where.values(), List.of(most)));
    }

    /** Fetches all products of a filter that leaves few, and sorts them. */
    static SearchStatement pageOfFew(
            ProductFilter filter, ProductOrder order, @Nullable ProductPlace after, int limit, long skipped) {
        return page(filter.hasPrice() ? BY_PRICE : PRODUCTS, "MATERIALIZED", filter, order, after, limit, skipped);
    }

    /** Reads the products in their order, unless PostgreSQL takes another way for the better one. */
    static SearchStatement pageOfMany(
            ProductFilter filter, ProductOrder order, @Nullable ProductPlace after, int limit, long skipped) {
        String source = order.key() == SortKey.PRICE ? BY_PRICE : PRODUCTS;
        return page(source, "NOT MATERIALIZED", filter, order, after, limit, skipped);
    }

    private static SearchStatement page(
            String source,
            String materialized,
            ProductFilter filter,
            ProductOrder order,
            @Nullable ProductPlace after,
            int limit,
            long skipped) {
        WhereClause where = where(filter);
        var follows = new WhereClause();
        if (after != null) {
            follows.add(order.follows(), List.of(after.key(), after.id()));
        }
        String sql =
                """
                WITH found AS %1$s (
                    SELECT %2$s
                    FROM %3$s
                    %4$s
                )
                SELECT %2$s
                FROM found
                %5$s
                ORDER BY %6$s
                LIMIT ? OFFSET ?
                """.formatted(materialized, ProductRow.COLUMNS, source, where.sql(), follows.sql(), order.clause());
        return new SearchStatement(sql, concat(where.values(), follows.values(), List.of(limit, skipped)));
    }

    private static WhereClause where(ProductFilter filter) {
        var where = new WhereClause();
        where.add("words @@ websearch_to_tsquery('simple', ?)", filter.words());
        where.add("price >= ?", filter.minPrice());
        where.add("price <= ?", filter.maxPrice());
        where.add("(stock > 0) = ?", filter.inStock());
        where.add("user_id = ?", filter.userId());
        return where;
    }

    private static List<Object> concat(List<? extends Object>... values) {
        return Stream.of(values).<Object>flatMap(List::stream).toList();
    }

    /** Sets the parameters. */
    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
