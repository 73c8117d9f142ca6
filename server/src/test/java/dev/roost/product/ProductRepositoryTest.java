package dev.roost.product;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The total that is kept by triggers is the total that counting would give, whatever happens at once. */
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
    }

    @Test
    void staysExactUnderConcurrentInsertsDeletesRollbacksAndAccountDeletions() {
        inThreads(16, 16, i -> writeAtRandom());

        assertThat(products.count()).isEqualTo(countedOneByOne());
    }

    private Void writeAtRandom() {
        TestAccount owner = accounts.create();
        for (int i = 0; i < 60; i++) {
            switch (ThreadLocalRandom.current().nextInt(5)) {
                case 0 -> {
                    accounts.delete(owner);
                    owner = accounts.create();
                }
                case 1 -> insertAndRollBack(owner.id());
                case 2 -> execute("DELETE FROM products WHERE id = (SELECT max(id) FROM products)");
                default -> insert(owner.id());
            }
        }
        return null;
    }

    private long countedOneByOne() {
        return (long) query("SELECT count(*) FROM products");
    }

    private long insert(long owner) {
        return (long) query(
                "INSERT INTO products (user_id, name, price) VALUES (%d, 'Lamp', 1) RETURNING id".formatted(owner));
    }

    private void insertAndRollBack(long owner) {
        execute("BEGIN; INSERT INTO products (user_id, name, price) VALUES (%d, 'Lamp', 1); ROLLBACK".formatted(owner));
    }
}
