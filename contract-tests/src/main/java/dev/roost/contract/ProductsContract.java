package dev.roost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.ForbiddenException;
import dev.roost.client.NotFoundException;
import dev.roost.client.PreconditionFailedException;
import dev.roost.client.Products;
import dev.roost.client.RequestOptions;
import dev.roost.client.RoostResponse;
import dev.roost.client.ValidationFailedException;
import dev.roost.client.gen.model.FieldError;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPatch;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue: what can be done to a product, and by whom. */
@Tag("products")
@ExtendWith(DeploymentExtension.class)
class ProductsContract {

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Deployment deployment;
    private final Products products;
    private final Products productsOfAnother;

    ProductsContract(Deployment deployment) {
        this.deployment = deployment;
        this.products = deployment.owner().client().products();
        this.productsOfAnother = deployment.stranger().client().products();
    }

    @Test
    void createsAProduct() {
        RoostResponse<Product> created = deployment
                .owner()
                .client()
                .calls()
                .products()
                .create(lamp().name("  Größe 🪶 ✓ ").description("Warm light.").stock(3))
                .response();

        Product lamp = created.body();
        assertThat(created.headers().firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).endsWith("/api/v1/products/" + lamp.getId()));
        assertThat(lamp.getName()).isEqualTo("Größe 🪶 ✓");
        assertThat(lamp.getDescription()).isEqualTo("Warm light.");
        assertThat(lamp.getStock()).isEqualTo(3);
        assertThat(lamp.getUserId()).isEqualTo(deployment.owner().id());
        assertThat(productsOfAnother.get(lamp.getId())).isEqualTo(lamp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.01", "19.9", "99999999.99"})
    void keepsAPriceExactly(String price) {
        long id = products.create(lamp().price(new BigDecimal(price))).getId();

        assertThat(products.get(id).getPrice()).isEqualByComparingTo(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.999", "100000000", "1E+20"})
    void refusesAPriceThatItCannotKeep(String price) {
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> products.create(lamp().price(new BigDecimal(price))));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var product = new NewProduct().name(" ").price(new BigDecimal("-1")).stock(-1);

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> products.create(product))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::getField)
                        .containsExactlyInAnyOrder("name", "price", "stock"));
    }

    @Test
    void changesWhatIsGivenAndNothingElse() {
        Product lamp = products.create(lamp().description("Warm light.").stock(3));

        Product changed = products.update(
                lamp.getId(), new ProductPatch().price(new BigDecimal("17.50")).description(null));

        assertThat(changed.getPrice()).isEqualByComparingTo("17.5");
        assertThat(changed.getDescription()).isNull();
        assertThat(changed.getName()).isEqualTo(lamp.getName());
        assertThat(changed.getStock()).isEqualTo(3);
        assertThat(changed.getUpdatedAt()).isAfter(lamp.getUpdatedAt());
        assertThat(products.get(lamp.getId())).isEqualTo(changed);
    }

    @Test
    void refusesAChangeOfNothing() {
        long id = products.create(lamp()).getId();

        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> products.update(id, new ProductPatch()));
    }

    @Test
    void deletesAProduct() {
        long id = products.create(lamp()).getId();

        products.delete(id);

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> products.get(id));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> products.delete(id));
    }

    @Test
    void letsNobodyButItsOwnerTouchAProduct() {
        Product lamp = products.create(lamp());

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> productsOfAnother.update(lamp.getId(), new ProductPatch().stock(9)));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> productsOfAnother.update(lamp.getId(), new ProductPatch().stock(-1)));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> productsOfAnother.delete(lamp.getId()));
        assertThat(products.get(lamp.getId())).isEqualTo(lamp);
    }

    @Test
    void tellsTimesInUtc() {
        long id = products.create(lamp()).getId();

        assertThat(deployment
                        .send(
                                "GET",
                                "/api/v1/products/" + id,
                                "",
                                deployment.owner().authorization())
                        .body())
                .containsPattern("\"created_at\":\"[^\"+]+Z\"")
                .containsPattern("\"updated_at\":\"[^\"+]+Z\"");
    }

    @Test
    void ignoresMembersThatAreNotForClientsToSay() {
        var answer = deployment.send(
                "POST",
                "/api/v1/products",
                "{\"name\":\"Lamp\",\"price\":1,\"id\":%d,\"user_id\":%d}"
                        .formatted(UNKNOWN, deployment.stranger().id()),
                deployment.owner().json());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"user_id\":" + deployment.owner().id())
                .doesNotContain("\"id\":" + UNKNOWN);
    }

    @Test
    void doesNotFindWhatThereIsNot() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> products.get(UNKNOWN));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> products.update(UNKNOWN, new ProductPatch().stock(1)));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> products.delete(UNKNOWN));
    }

    @Test
    void knowsVersionsOfAProduct() {
        RoostResponse<Product> created =
                deployment.owner().client().calls().products().create(lamp()).response();
        long id = created.body().getId();
        String etag = created.etag().orElseThrow();

        assertThat(products.getIfChanged(id, etag)).isEmpty();
        Product changed = products.update(id, new ProductPatch().stock(3), etag);

        assertThat(products.getIfChanged(id, etag)).contains(changed);
        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> products.update(id, new ProductPatch().stock(4), etag));
        assertThatExceptionOfType(PreconditionFailedException.class).isThrownBy(() -> products.delete(id, etag));
        assertThat(products.get(id)).isEqualTo(changed);
    }

    @Test
    void createsOnceForAnIdempotencyKey() {
        var once = deployment
                .owner()
                .client()
                .withOptions(
                        new RequestOptions().idempotencyKey(UUID.randomUUID().toString()));

        Product first = once.products().create(lamp());
        var again = once.calls().products().create(lamp()).response();

        assertThat(again.body()).isEqualTo(first);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> once.products().create(lamp().stock(9)));
    }

    private static NewProduct lamp() {
        return new NewProduct().name("Desk lamp").price(new BigDecimal("19.90"));
    }
}
