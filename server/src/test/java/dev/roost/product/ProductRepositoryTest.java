package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The total that is kept by triggers is the total that counting would give, whatever happens at once. */
class ProductRepositoryTest extends ApiTest {

    @Inject
    private ProductRepository products;

    @Test
    void followsInsertsAndDeletes() {
        long before = products.count();
        long owner = accounts.create().id();

        Product product = Objects.requireNonNull(products.insert(owner, "Lamp", null, BigDecimal.ONE, 0));
        assertThat(products.count()).isEqualTo(before + 1);

        products.delete(product.id(), owner, null);
        products.delete(product.id(), owner, null);
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
        products.insert(owner.id(), "Lamp", null, BigDecimal.ONE, 0);
        products.insert(owner.id(), "Chair", null, BigDecimal.ONE, 0);

        accounts.delete(owner);

        assertThat(products.count()).isEqualTo(before).isEqualTo(countedOneByOne());
    }

    @Test
    void forgetsWhatIsRolledBack() throws SQLException {
        long before = products.count();
        long owner = accounts.create().id();

        insertAndRollBack(owner);

        assertThat(products.count()).isEqualTo(before).isEqualTo(countedOneByOne());
    }

    @Test
    void followsATruncation() throws SQLException {
        products.insert(accounts.create().id(), "Lamp", null, BigDecimal.ONE, 0);

        execute("TRUNCATE products");

        assertThat(products.count()).isZero();
    }

    @Test
    void staysExactUnderConcurrentInsertsDeletesRollbacksAndAccountDeletions() throws Exception {
        List<Callable<Void>> work = IntStream.range(0, 16)
                .<Callable<Void>>mapToObj(i -> this::writeAtRandom)
                .toList();
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var done = new ArrayList<Future<Void>>();
            for (Callable<Void> worker : work) {
                done.add(threads.submit(worker));
            }
            for (Future<Void> future : done) {
                future.get();
            }
        }

        assertThat(products.count()).isEqualTo(countedOneByOne());
    }

    private Void writeAtRandom() throws SQLException {
        TestAccount owner = accounts.create();
        for (int i = 0; i < 60; i++) {
            switch (ThreadLocalRandom.current().nextInt(5)) {
                case 0 -> {
                    accounts.delete(owner);
                    owner = accounts.create();
                }
                case 1 -> insertAndRollBack(owner.id());
                case 2 -> execute("DELETE FROM products WHERE id = (SELECT max(id) FROM products)");
                default -> products.insert(owner.id(), "Lamp", null, BigDecimal.ONE, 0);
            }
        }
        return null;
    }

    private long countedOneByOne() {
        return (long) query("SELECT count(*) FROM products");
    }

    private void insertAndRollBack(long owner) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO products (user_id, name, price) VALUES (%d, 'Lamp', 1)".formatted(owner));
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
