package dev.roost.client.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.roost.client.ChirpQuery;
import dev.roost.client.RoostClient;
import dev.roost.client.RoostServer;
import dev.roost.client.TokenStore;
import dev.roost.client.Tokens;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuickStartIT {

    private final RoostClient client = RoostServer.clientOfNewAccount();

    @Test
    void sellsALamp() {
        QuickStart.sellALamp(RoostServer.url().toString());

        Product newest = client.products().list().firstPage().items().get(0);
        assertThat(newest.getName()).isEqualTo("Desk lamp");
        assertThat(newest.getStock()).isEqualTo(3);
    }

    @Test
    void chirps() {
        QuickStart.chirp(client);

        assertThat(client.chirps().list(new ChirpQuery().newestFirst()))
                .extracting(Chirp::getBody)
                .contains("What a fine day to be a bird.");
    }

    @Test
    void resumesASession() {
        var session = client.accounts().register(RoostServer.newEmail(), "correct horse battery");
        TokenStore store = TokenStore.inMemory();
        store.save(new Tokens(session.getAccessToken(), session.getRefreshToken(), null));

        assertThat(QuickStart.resume(RoostServer.url().toString(), store)
                        .products()
                        .list()
                        .firstPage())
                .isNotNull();
    }

    @Test
    void readsAProductInEveryWay() {
        Product lamp =
                client.products().create(new NewProduct().name("Desk lamp").price(new BigDecimal("19.90")));

        QuickStart.useOtherOptions(client, lamp.getId());
        QuickStart.seeTheWholeResponse(client, lamp.getId());
        assertThat(QuickStart.doNotWait(client, lamp.getId()))
                .succeedsWithin(Duration.ofMinutes(1))
                .isEqualTo(lamp);
    }

    @Test
    void listens() {
        assertThat(QuickStart.listen(RoostServer.url().toString())
                        .chirps()
                        .list()
                        .firstPage())
                .isNotNull();
    }

    @Test
    void changesSomeFields() {
        Product lamp = client.products()
                .create(new NewProduct()
                        .name("Desk lamp")
                        .description("Warm light.")
                        .price(new BigDecimal("19.90"))
                        .stock(3));

        Product changed = QuickStart.change(client, lamp.getId());

        assertThat(changed.getPrice()).isEqualTo(new BigDecimal("17.50"));
        assertThat(changed.getDescription()).isNull();
        assertThat(changed.getName()).isEqualTo("Desk lamp");
        assertThat(changed.getStock()).isEqualTo(3);
    }

    @Test
    void handlesErrors() {
        assertThatNoException().isThrownBy(() -> QuickStart.handleErrors(client, new NewProduct()));
        assertThatNoException().isThrownBy(() -> QuickStart.handleErrors(RoostServer.client(), new NewProduct()));
    }
}
