package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.roost.ApiTest;
import dev.roost.account.Caller;
import dev.roost.account.TestAccounts.TestAccount;
import dev.roost.database.Locked;
import dev.roost.http.json.JsonMember;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProductBatchesTest extends ApiTest {

    @Inject
    private ProductBatches products;

    private TestAccount owner;

    @BeforeEach
    void createOwner() {
        owner = accounts.create();
    }

    @Test
    void createsEachWithItsOwnContent() {
        List<ProductCreation> creations = IntStream.range(0, 40)
                .mapToObj(i ->
                        creation(i % 2 == 0 ? owner : accounts.create(), "Lamp " + i, i % 3 == 0 ? null : "No. " + i))
                .toList();

        List<@Nullable Product> created = products.insert(creations, Locked.SKIP);

        assertThat(created).doesNotContainNull().extracting(Product::id).doesNotHaveDuplicates();
        assertThat(created)
                .extracting(Product::userId, Product::name, Product::description, Product::price, Product::version)
                .containsExactlyElementsOf(creations.stream()
                        .map(creation -> tuple(
                                creation.caller().id(),
                                creation.name(),
                                creation.description(),
                                new BigDecimal("1.50"),
                                1L))
                        .toList());
        assertThat(products.find(created.stream().mapToLong(Product::id).toArray()))
                .containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void leavesOutWhatNobodyOwns() {
        TestAccount leaver = accounts.create();
        accounts.delete(leaver);

        List<@Nullable Product> created =
                products.insert(List.of(creation(leaver, "Lamp", null), creation(owner, "Chair", null)), Locked.SKIP);

        assertThat(created).extracting(ProductBatchesTest::name).containsExactly(null, "Chair");
    }

    @Test
    void doesNotWaitForAnAccountThatIsJustBeingDeleted() throws SQLException {
        TestAccount leaver = accounts.create();

        List<@Nullable Product> created = whileHeld(
                "DELETE FROM accounts WHERE id = " + leaver.id(),
                () -> products.insert(
                        List.of(creation(leaver, "Lamp", null), creation(owner, "Chair", null)), Locked.SKIP));

        assertThat(created).extracting(ProductBatchesTest::name).containsExactly(null, "Chair");
    }

    @Test
    void changesWhatIsGiven() {
        Product lamp = create("Lamp", "Warm");
        Product chair = create("Chair", "Soft");
        Product table = create("Table", "Flat");

        List<@Nullable Product> changed = products.update(
                List.of(
                        change(table, owner, new ProductPatch(given("Desk"), absent(), absent(), absent())),
                        change(
                                lamp,
                                owner,
                                new ProductPatch(absent(), given(null), given(new BigDecimal("2.5")), absent())),
                        change(chair, owner, new ProductPatch(absent(), given("Hard"), absent(), given(7)))),
                Locked.SKIP);

        assertThat(changed)
                .extracting(
                        Product::id,
                        Product::name,
                        Product::description,
                        Product::price,
                        Product::stock,
                        Product::version)
                .containsExactly(
                        tuple(table.id(), "Desk", "Flat", new BigDecimal("1.50"), 3, 2L),
                        tuple(lamp.id(), "Lamp", null, new BigDecimal("2.50"), 3, 2L),
                        tuple(chair.id(), "Chair", "Hard", new BigDecimal("1.50"), 7, 2L));
        assertThat(products.find(new long[] {lamp.id(), chair.id(), table.id()}))
                .containsExactlyInAnyOrderElementsOf(changed);
    }

    @Test
    void leavesOutWhatTheCallerDoesNotOwn() {
        Product lamp = create("Lamp", null);
        Product chair = create("Chair", null);
        var free = new ProductPatch(absent(), absent(), given(BigDecimal.ZERO), absent());

        List<@Nullable Product> changed = products.update(
                List.of(
                        change(lamp, accounts.create(), free),
                        change(chair, owner, free),
                        new ProductChange(Long.MAX_VALUE, caller(owner), null, free)),
                Locked.SKIP);

        assertThat(changed).extracting(ProductBatchesTest::id).containsExactly(null, chair.id(), null);
        assertThat(products.find(new long[] {lamp.id()})).containsExactly(lamp);
    }

    @Test
    void changesAProductOnceThatIsToBeChangedTwice() {
        Product lamp = create("Lamp", null);

        List<@Nullable Product> changed = products.update(
                List.of(
                        change(lamp, owner, new ProductPatch(absent(), absent(), absent(), given(1))),
                        change(lamp, owner, new ProductPatch(absent(), absent(), absent(), given(2)))),
                Locked.SKIP);

        assertThat(changed).filteredOn(product -> product != null).hasSize(1);
        assertThat(products.find(new long[] {lamp.id()}))
                .extracting(Product::version)
                .containsExactly(2L);
    }

    @Test
    void doesNotWaitForAProductThatIsJustBeingChanged() throws SQLException {
        Product lamp = create("Lamp", null);
        Product chair = create("Chair", null);
        var free = new ProductPatch(absent(), absent(), given(BigDecimal.ZERO), absent());

        List<@Nullable Product> changed = whileHeld(
                "UPDATE products SET stock = 9 WHERE id = " + lamp.id(),
                () -> products.update(List.of(change(lamp, owner, free), change(chair, owner, free)), Locked.SKIP));

        assertThat(changed).extracting(ProductBatchesTest::id).containsExactly(null, chair.id());
    }

    private Product create(String name, @Nullable String description) {
        return Objects.requireNonNull(products.insert(List.of(creation(owner, name, description)), Locked.WAIT)
                .getFirst());
    }

    private static ProductCreation creation(TestAccount owner, String name, @Nullable String description) {
        return new ProductCreation(caller(owner), name, description, new BigDecimal("1.50"), 3);
    }

    private static ProductChange change(Product product, TestAccount caller, ProductPatch patch) {
        return new ProductChange(product.id(), caller(caller), null, patch);
    }

    private static Caller caller(TestAccount account) {
        return new Caller(account.id(), account.uuid(), account.email(), "user");
    }

    private static <T> JsonMember<T> given(@Nullable T value) {
        return new JsonMember.Present<>(value);
    }

    private static <T> JsonMember<T> absent() {
        return new JsonMember.Absent<>();
    }

    private static @Nullable Long id(@Nullable Product product) {
        return product == null ? null : product.id();
    }

    private static @Nullable String name(@Nullable Product product) {
        return product == null ? null : product.name();
    }
}
