package dev.roost.product;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What triggers keep is what the products themselves would tell, whatever happens at once: the total, and the prices. */
class ProductRepositoryTest extends ApiTest {

    @Inject
    private ProductRepository products;

    @Test
    void followsInsertsAndDeletes() {
        long before = products.count();
        long owner = accounts.create().id();

        long product = insert(owner);
        assertThat(products.count()).isEqualTo(before + 1);

        products.delete(product, owner, null);
        products.delete(product, owner, null);
        assertThat(products.count()).isEqualTo(before).isEqualTo(countedOneByOne());
    }

    @Test
    void followsStatementsOfManyRows() {
        long before = products.count();
        long owner = accounts.create().id();

        execute("INSERT INTO products (user_id, name, price) SELECT %d, i::text, 1 FROM generate_series(1, 1000) i"
                .formatted(owner));
        assertThat(products.count()).isEqualTo(before + 1000);

        execute("DELETE FROM products WHERE user_id = %d AND name::integer %% 2 = 0".formatted(owner));
        assertThat(products.count()).isEqualTo(before + 500).isEqualTo(countedOneByOne());
    }

    @Test
    void followsTheProductsOfADeletedAccount() {
        long before = products.count();
        TestAccount owner = accounts.create();
        insert(owner.id());
        insert(owner.id());

        accounts.delete(owner);

        assertThat(products.count()).isEqualTo(before).isEqualTo(countedOneByOne());
    }

    @Test
    void forgetsWhatIsRolledBack() {
        long before = products.count();
        long owner = accounts.create().id();

        insertAndRollBack(owner);

        assertThat(products.count()).isEqualTo(before).isEqualTo(countedOneByOne());
    }

    @Test
    void followsATruncation() {
        insert(accounts.create().id());

        execute("TRUNCATE products");

        assertThat(products.count()).isZero();
        assertThat(wrongPrices()).isZero();
    }

    @Test
    void followsChangesOfPrices() {
        long owner = accounts.create().id();
        long lamp = insert(owner);
        long chair = insert(owner);

        execute("UPDATE products SET price = id %% 100 WHERE id IN (%d, %d)".formatted(lamp, chair));
        execute("UPDATE products SET stock = 7, price = price WHERE id = " + lamp);

        assertThat(query("SELECT price FROM product_prices WHERE product_id = " + chair))
                .isEqualTo(new BigDecimal(chair % 100 + ".00"));
        assertThat(wrongPrices()).isZero();
    }

    /** The new version is a heap-only tuple: it has no entry in any index, that of words above all. */
    @Test
    void leavesTheIndexesOfProductsAloneWhenAPriceChanges() throws SQLException {
        long product = insert(accounts.create().id());
        try (var connection = connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE products SET price = 2, stock = 3, updated_at = now() WHERE id = " + product);
            var updated =
                    statement.executeQuery("SELECT pg_stat_get_xact_tuples_hot_updated(CAST('products' AS regclass))");
            updated.next();
            assertThat(updated.getLong(1)).isOne();
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void staysExactUnderConcurrentInsertsDeletesRollbacksAndAccountDeletions() {
        inThreads(16, 16, i -> writeAtRandom());

        assertThat(products.count()).isEqualTo(countedOneByOne());
        assertThat(wrongPrices()).isZero();
    }

    private Void writeAtRandom() {
        TestAccount owner = accounts.create();
        for (int i = 0; i < 60; i++) {
            switch (ThreadLocalRandom.current().nextInt(6)) {
                case 0 -> {
                    accounts.delete(owner);
                    owner = accounts.create();
                }
                case 1 -> insertAndRollBack(owner.id());
                case 2 -> execute("DELETE FROM products WHERE id = (SELECT max(id) FROM products)");
                case 3 -> execute("UPDATE products SET price = price + 1 WHERE id = (SELECT max(id) FROM products)");
                default -> insert(owner.id());
            }
        }
        return null;
    }

    private long countedOneByOne() {
        return (long) query("SELECT count(*) FROM products");
    }

    /** Returns how many products have another price, or none, in the other table, and how many prices are nobody's. */
    private long wrongPrices() {
        return (long) query("""
                SELECT count(*)
                FROM products FULL JOIN product_prices ON product_id = id
                WHERE products.price IS DISTINCT FROM product_prices.price
                """);
    }

    private long insert(long owner) {
        return (long) query(
                "INSERT INTO products (user_id, name, price) VALUES (%d, 'Lamp', 1) RETURNING id".formatted(owner));
    }

    private void insertAndRollBack(long owner) {
        execute("BEGIN; INSERT INTO products (user_id, name, price) VALUES (%d, 'Lamp', 1); ROLLBACK".formatted(owner));
    }
}
