package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPatch;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the version of a product is good for, and the key of a request. */
class ProductVersionIT {

    private final RoostClient client = RoostServer.clientOfNewAccount();
    private long id;
    private String etag;

    @BeforeEach
    void createProduct() {
        RoostResponse<Product> created =
                client.calls().products().create(lamp()).response();
        id = created.body().getId();
        etag = created.etag().orElseThrow();
    }

    @Test
    void getsWhatHasChanged() {
        assertThat(client.products().getIfChanged(id, etag)).isEmpty();

        Product changed = client.products().update(id, new ProductPatch().stock(3));

        assertThat(client.products().getIfChanged(id, etag)).contains(changed);
        assertThat(client.async().products().getIfChanged(id, etag).join()).contains(changed);
    }

    @Test
    void tellsTheVersionAlsoWhereNothingHasChanged() {
        var answer = client.calls().products().getIfChanged(id, etag).response();

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.etag()).contains(etag);
    }

    @Test
    void changesTheVersionThatIsMeantAndNoOther() {
        Product changed = client.products().update(id, new ProductPatch().stock(3), etag);

        assertThat(changed.getStock()).isEqualTo(3);
        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> client.products().update(id, new ProductPatch().stock(4), etag));
        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> client.products().delete(id, etag));
        assertThat(client.products().get(id)).isEqualTo(changed);
    }

    @Test
    void deletesTheVersionThatIsMeant() {
        client.products().delete(id, etag);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.products().getIfChanged(id, etag));
    }

    @Test
    void servesARequestOnceForEachKey() {
        var once = client.withOptions(
                new RequestOptions().idempotencyKey(UUID.randomUUID().toString()));

        Product first = once.products().create(lamp());

        assertThat(once.products().create(lamp())).isEqualTo(first);
        assertThatExceptionOfType(ValidationFailedException.class)
                .isThrownBy(() -> once.products().create(lamp().stock(9)));
    }

    private static NewProduct lamp() {
        return new NewProduct().name("Desk lamp").price(new BigDecimal("19.90"));
    }
}
