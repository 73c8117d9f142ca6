package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.model.FieldError;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPatch;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ProductsIT {

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Products products = RoostServer.clientOfNewAccount().products();
    private final Products productsOfAnother = RoostServer.clientOfNewAccount().products();

    @Test
    void createsAProduct() {
        Product lamp = products.create(lamp().description("Warm light.").stock(3));

        assertThat(lamp.getName()).isEqualTo("Desk lamp");
        assertThat(lamp.getDescription()).isEqualTo("Warm light.");
        assertThat(lamp.getPrice()).isEqualTo(new BigDecimal("19.90"));
        assertThat(lamp.getStock()).isEqualTo(3);
        assertThat(lamp.getUpdatedAt()).isEqualTo(lamp.getCreatedAt());
        assertThat(products.get(lamp.getId())).isEqualTo(lamp);
    }

    @Test
    void aNewProductHasNoDescriptionAndNoStockUnlessTheyAreGiven() {
        Product lamp = products.create(lamp());

        assertThat(lamp.getDescription()).isNull();
        assertThat(lamp.getStock()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "0.01", "0.10", "19.90", "99999999.99"})
    void keepsAPriceExactly(String price) {
        Product product = products.create(lamp().price(new BigDecimal(price)));

        assertThat(products.get(product.getId()).getPrice()).isEqualTo(new BigDecimal(price));
    }

    @Test
    void keepsEveryCharacterWhateverThePlatformsCharset() {
        assertThat(Charset.defaultCharset()).isNotEqualTo(StandardCharsets.UTF_8);

        Product product = products.create(lamp().name("Größe 🪶 ✓"));

        assertThat(product.getName()).isEqualTo("Größe 🪶 ✓");
        assertThat(products.get(product.getId()).getName()).isEqualTo("Größe 🪶 ✓");
    }

    @Test
    void reportsEveryFieldOfANewProductThatBreaksARule() {
        var product = new NewProduct().name(" ").price(new BigDecimal("-0.01")).stock(-1);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> products.create(product))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("name", "price", "stock"));
    }

    @Test
    void refusesAProductWithoutNameAndPrice() {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> products.create(new NewProduct()))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("name", "price"));
    }

    @Test
    void listsTheNewestProductsFirst() {
        Product first = products.create(lamp());
        Product second = products.create(lamp());

        assertThat(products.list().firstPage().items()).startsWith(second, first);
    }

    @Test
    void listsPageByPage() {
        Product first = products.create(lamp());
        Product second = products.create(lamp());
        Product third = products.create(lamp());

        assertThat(products.page(new ProductQuery().limit(2), 1).getData()).containsExactly(third, second);
        assertThat(products.page(new ProductQuery().limit(2), 2).getData()).startsWith(first);
    }

    @Test
    void aPageSaysWhichItIsAndHowManyProductsThereAre() {
        long before = products.list().firstPage().total().orElseThrow();
        products.create(lamp());

        var page = products.page(new ProductQuery().limit(1), 2);

        assertThat(page.getPage()).isEqualTo(2);
        assertThat(page.getLimit()).isEqualTo(1);
        assertThat(page.getTotal()).isEqualTo(before + 1);
    }

    @Test
    void aPagePastTheEndIsEmptyAndStillHasTheTotal() {
        products.create(lamp());

        var page = products.page(new ProductQuery().limit(100), 1_000_000);

        assertThat(page.getData()).isEmpty();
        assertThat(page.getTotal())
                .isEqualTo(products.list().firstPage().total().orElseThrow());
    }

    @Test
    void readsAPageNumberAndALimitOutOfBoundsAsTheDefaults() {
        var page = products.page(new ProductQuery().limit(101), 0);

        assertThat(page.getPage()).isEqualTo(1);
        assertThat(page.getLimit()).isEqualTo(20);
    }

    @Test
    void updatesOnlyTheFieldsThatAreGiven() {
        Product lamp = products.create(lamp().description("Warm light.").stock(3));

        Product updated = products.update(lamp.getId(), new ProductPatch().price(new BigDecimal("17.50")));

        assertThat(updated.getPrice()).isEqualTo(new BigDecimal("17.50"));
        assertThat(updated.getName()).isEqualTo("Desk lamp");
        assertThat(updated.getDescription()).isEqualTo("Warm light.");
        assertThat(updated.getStock()).isEqualTo(3);
        assertThat(updated.getUpdatedAt()).isAfter(lamp.getUpdatedAt());
        assertThat(products.get(lamp.getId())).isEqualTo(updated);
    }

    @Test
    void updatesEveryField() {
        Product lamp = products.create(lamp());

        Product updated = products.update(
                lamp.getId(),
                new ProductPatch()
                        .name("Floor lamp")
                        .description("Tall.")
                        .price(new BigDecimal("49.00"))
                        .stock(1));

        assertThat(updated.getName()).isEqualTo("Floor lamp");
        assertThat(updated.getDescription()).isEqualTo("Tall.");
        assertThat(updated.getPrice()).isEqualTo(new BigDecimal("49.00"));
        assertThat(updated.getStock()).isEqualTo(1);
    }

    @Test
    void clearsADescriptionThatIsSetToNull() {
        Product lamp = products.create(lamp().description("Warm light."));

        Product updated = products.update(lamp.getId(), new ProductPatch().description(null));

        assertThat(updated.getDescription()).isNull();
        assertThat(products.get(lamp.getId()).getDescription()).isNull();
    }

    @Test
    void leavesAloneAnyOtherFieldThatIsSetToNull() {
        Product lamp = products.create(lamp().stock(3));

        Product updated = products.update(
                lamp.getId(), new ProductPatch().name(null).price(null).stock(4));

        assertThat(updated.getName()).isEqualTo("Desk lamp");
        assertThat(updated.getPrice()).isEqualTo(new BigDecimal("19.90"));
        assertThat(updated.getStock()).isEqualTo(4);
    }

    @Test
    void refusesAnUpdateOfNothing() {
        Product lamp = products.create(lamp());

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> products.update(lamp.getId(), new ProductPatch()));
    }

    @Test
    void reportsEveryFieldOfAnUpdateThatBreaksARule() {
        Product lamp = products.create(lamp());
        var patch = new ProductPatch()
                .name("n".repeat(201))
                .description("d".repeat(10_001))
                .price(new BigDecimal("0.001"))
                .stock(-1);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> products.update(lamp.getId(), patch))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactly("description", "name", "price", "stock"));
        assertThat(products.get(lamp.getId())).isEqualTo(lamp);
    }

    @Test
    void refusesToUpdateTheProductOfAnother() {
        Product lamp = products.create(lamp());

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> productsOfAnother.update(lamp.getId(), new ProductPatch().stock(0)));
        assertThat(products.get(lamp.getId())).isEqualTo(lamp);
    }

    @Test
    void refusesToDeleteTheProductOfAnother() {
        Product lamp = products.create(lamp());

        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> productsOfAnother.delete(lamp.getId()));
        assertThat(products.get(lamp.getId())).isEqualTo(lamp);
    }

    @Test
    void anotherMayReadAProduct() {
        Product lamp = products.create(lamp());

        assertThat(productsOfAnother.get(lamp.getId())).isEqualTo(lamp);
    }

    @Test
    void deletesAProduct() {
        Product lamp = products.create(lamp());

        products.delete(lamp.getId());

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> products.get(lamp.getId()));
    }

    @Test
    void doesNotFindAnUnknownProduct() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> products.get(UNKNOWN));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> products.update(UNKNOWN, new ProductPatch().stock(0)));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> products.delete(UNKNOWN));
    }

    @Test
    void refusesABodyOfMoreThanOneMebibyte() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> products.create(lamp().description("d".repeat(1 << 20))))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(413));
    }

    @Test
    void aRefusalHasTheMembersOfItsProblemDocument() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> products.get(UNKNOWN))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(404);
                    assertThat(refusal.type()).isEqualTo("/problems#not-found");
                    assertThat(refusal.title()).isEqualTo("Not found");
                    assertThat(refusal.detail()).isEqualTo("product %d does not exist", UNKNOWN);
                    assertThat(refusal.requestId())
                            .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{32}"));
                    assertThat(refusal.errors()).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyCallNeedsAnAccessToken(Consumer<Products> call) {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> call.accept(RoostServer.client().products()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyCallRefusesAnAccessTokenThatIsNotGood(Consumer<Products> call) {
        var client = RoostServer.client().withAccessToken("e30.e30.c2lnbmF0dXJl");

        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> call.accept(client.products()));
    }

    static Stream<Consumer<Products>> calls() {
        return Stream.of(
                products -> products.create(lamp()),
                products -> products.list().firstPage(),
                products -> products.page(new ProductQuery(), 1),
                products -> products.getIfChanged(1, "\"1\""),
                products -> products.get(1),
                products -> products.update(1, new ProductPatch().stock(0)),
                products -> products.delete(1));
    }

    private static NewProduct lamp() {
        return new NewProduct().name("Desk lamp").price(new BigDecimal("19.90"));
    }
}
