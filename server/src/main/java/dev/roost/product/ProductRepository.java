package dev.roost.product;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code products}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProductRepository extends GenericRepository<Product, Long> {

    /** Returns the new product, or null where the account does not exist (any more). */
    @Query("""
            INSERT INTO products (user_id, name, description, price, stock)
            SELECT id, :name, CAST(:description AS text), :price, :stock
            FROM accounts
            WHERE id = :userId
            FOR KEY SHARE
            RETURNING id, user_id, name, description, price, stock, created_at, updated_at, version
            """)
    @Nullable
    Product insert(long userId, String name, @Nullable String description, BigDecimal price, int stock);

    @Query("""
            SELECT id, user_id, name, description, price, stock, created_at, updated_at, version
            FROM products
            WHERE id = :id
            """)
    @Nullable
    Product find(long id);

    @Query("""
            SELECT id, user_id, name, description, price, stock, created_at, updated_at, version
            FROM products
            WHERE id = ANY(:ids)
            """)
    List<Product> find(long[] ids);

    /** Returns how many products there are, at the same cost however many that is. */
    @Query("""
            SELECT sum(products)
            FROM product_totals
            """)
    long count();

    /**
     * Changes what is given and leaves the rest. Returns the product, or null where the account owns none of that id and,
     * where one is given, that version. The time is the clock's and not the transaction's, which may have waited for the row.
     */
    @Query("""
            UPDATE products
            SET name = COALESCE(CAST(:name AS text), name),
                description = CASE WHEN :changesDescription THEN CAST(:description AS text) ELSE description END,
                price = COALESCE(CAST(:price AS numeric), price),
                stock = COALESCE(CAST(:stock AS integer), stock),
                updated_at = clock_timestamp(),
                version = version + 1
            WHERE id = :id AND user_id = :userId AND version = COALESCE(CAST(:version AS bigint), version)
            RETURNING id, user_id, name, description, price, stock, created_at, updated_at, version
            """)
    @Nullable
    Product update(
            long id,
            long userId,
            @Nullable Long version,
            @Nullable String name,
            boolean changesDescription,
            @Nullable String description,
            @Nullable BigDecimal price,
            @Nullable Integer stock);

    /** Returns 1, or 0 where the account owns no product of that id and, where one is given, that version. */
    @Query("""
            DELETE FROM products
            WHERE id = :id AND user_id = :userId AND version = COALESCE(CAST(:version AS bigint), version)
            """)
    int delete(long id, long userId, @Nullable Long version);
}
