package dev.roost.product;

import dev.roost.database.ArrayParameters;
import dev.roost.database.Locked;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes any number of products by one statement. */
@Singleton
@Connectable
class ProductBatches {

    private static final int ORDINAL = 10; // Behind the columns of the product.

    private static final String SET_TEXTS = """
            name = COALESCE(change.name, products.name),
            description = CASE WHEN changes_description THEN change.description ELSE products.description END,
            """;

    private final JdbcOperations jdbc;

    ProductBatches(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those that there are, in any order. */
    List<Product> find(long[] ids) {
        String sql = "SELECT " + ProductRow.COLUMNS + " FROM products WHERE id = ANY(?)";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, ids);
            try (var result = statement.executeQuery()) {
                return ProductRow.readAll(result);
            }
        });
    }

    /** Returns the new products; null where the account does not exist (any more), or where it is skipped. */
    List<@Nullable Product> insert(List<ProductCreation> creations, Locked locked) {
        String sql = """
                WITH creations AS MATERIALIZED (
                    SELECT nextval('products_id_seq') AS id, creation.*
                    FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY
                        AS creation (user_id, name, description, price, stock, ordinal)
                ), owners AS (
                    SELECT id
                    FROM accounts
                    WHERE id = ANY(?)
                    FOR KEY SHARE %s
                ), created AS (
                    INSERT INTO products (id, user_id, name, description, price, stock) OVERRIDING SYSTEM VALUE
                    SELECT creations.id, user_id, name, description, price, stock
                    FROM creations JOIN owners ON owners.id = user_id
                    RETURNING %s
                )
                SELECT created.*, ordinal
                FROM created JOIN creations USING (id)
                """.formatted(locked.sql(), ProductRow.COLUMNS);
        return jdbc.prepareStatement(sql, statement -> {
            var values = new ArrayParameters<>(statement, creations);
            values.set(1, "bigint", creation -> creation.caller().id());
            values.set(2, "text", ProductCreation::name);
            values.set(3, "text", ProductCreation::description);
            values.set(4, "numeric", creation -> plain(creation.price()));
            values.set(5, "integer", ProductCreation::stock);
            values.set(6, "bigint", creation -> creation.caller().id());
            return written(statement, creations.size());
        });
    }

    /**
     * Changes what is given and leaves the rest. Returns the products; null where the account owns none of that id and,
     * where one is given, that version, where it is skipped, and where another of the changes is of the same product. The
     * time is the clock's and not the transaction's, which may have waited for the row.
     *
     * <p>Names and descriptions are only set where one is given, because PostgreSQL then takes their words apart anew.
     */
    List<@Nullable Product> update(List<ProductChange> changes, Locked locked) {
        String sql = """
                WITH free AS (
                    SELECT id
                    FROM products
                    WHERE id = ANY(?)
                    FOR NO KEY UPDATE %s
                )
                UPDATE products
                SET %s price = COALESCE(change.price, products.price),
                    stock = COALESCE(change.stock, products.stock),
                    updated_at = clock_timestamp(),
                    version = products.version + 1
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                    AS change (id, user_id, version, name, changes_description, description, price, stock, ordinal)
                    JOIN free USING (id)
                WHERE products.id = change.id AND products.user_id = change.user_id
                    AND products.version = COALESCE(change.version, products.version)
                RETURNING products.id, products.user_id, products.name, products.description, products.price,
                    products.stock, products.created_at, products.updated_at, products.version, ordinal
                """.formatted(locked.sql(), changes.stream().anyMatch(ProductBatches::hasText) ? SET_TEXTS : "");
        return jdbc.prepareStatement(sql, statement -> {
            var values = new ArrayParameters<>(statement, changes);
            values.set(1, "bigint", ProductChange::id);
            values.set(2, "bigint", ProductChange::id);
            values.set(3, "bigint", change -> change.caller().id());
            values.set(4, "bigint", ProductChange::version);
            values.set(5, "text", change -> change.patch().name().orNull());
            values.set(6, "boolean", change -> change.patch().description().isPresent());
            values.set(7, "text", change -> change.patch().description().orNull());
            values.set(8, "numeric", change -> plain(change.patch().price().orNull()));
            values.set(9, "integer", change -> change.patch().stock().orNull());
            return written(statement, changes.size());
        });
    }

    /** PostgreSQL takes no zero with an exponent as high as JSON may give it. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal price) {
        return price == null ? null : price.stripTrailingZeros();
    }

    private static boolean hasText(ProductChange change) {
        return change.patch().name().isPresent() || change.patch().description().isPresent();
    }

    private static List<@Nullable Product> written(PreparedStatement statement, int size) throws SQLException {
        var products = new @Nullable Product[size];
        try (var result = statement.executeQuery()) {
            while (result.next()) {
                products[result.getInt(ORDINAL) - 1] = ProductRow.read(result);
            }
        }
        return Arrays.asList(products);
    }
}
