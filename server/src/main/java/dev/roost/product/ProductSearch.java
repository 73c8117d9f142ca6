package dev.roost.product;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Finds products by filter and order. */
@Singleton
class ProductSearch {

    private final JdbcOperations jdbc;

    ProductSearch(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the products behind a place, or from the first on where there is none, but for as many as are skipped.
     *
     * @param areFew whether the filter leaves so few that they can all be fetched and sorted
     */
    List<Product> find(
            ProductFilter filter,
            boolean areFew,
            ProductOrder order,
            @Nullable ProductPlace after,
            int limit,
            long skipped) {
        SearchStatement search = areFew
                ? SearchStatement.pageOfFew(filter, order, after, limit, skipped)
                : SearchStatement.pageOfMany(filter, order, after, limit, skipped);
        return jdbc.prepareStatement(search.sql(), statement -> {
            prepare(statement, search, filter);
            try (var result = statement.executeQuery()) {
                return ProductRow.readAll(result);
            }
        });
    }

    /** Returns how many products there are, or {@code most} where there are more. */
    long count(ProductFilter filter, long most) {
        var search = SearchStatement.count(filter, most);
        return jdbc.prepareStatement(search.sql(), statement -> {
            prepare(statement, search, filter);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** A plan that is kept for all values would read the whole catalogue for a rare word, or sort half of it for a common one. */
    private static void prepare(PreparedStatement statement, SearchStatement search, ProductFilter filter)
            throws SQLException {
        if (!filter.isEmpty()) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        search.bind(statement);
    }
}
