package dev.roost.product;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import org.jspecify.annotations.Nullable;

/** The table {@code products}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProductRepository extends GenericRepository<Product, Long> {

    @Query("""
            SELECT id, user_id, name, description, price, stock, created_at, updated_at, version
            FROM products
            WHERE id = :id
            """)
    @Nullable
    Product find(long id);

    /** Returns how many products there are, at the same cost however many that is. */
    @Query("""
            SELECT sum(products)
            FROM product_totals
            """)
    long count();

    /** Returns 1, or 0 where the account owns no product of that id and, where one is given, that version. */
    @Query("""
            DELETE FROM products
            WHERE id = :id AND user_id = :userId AND version = COALESCE(CAST(:version AS bigint), version)
            """)
    int delete(long id, long userId, @Nullable Long version);
}
