package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.client.RoostClient;
import dev.roost.client.RoostServer;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.ProductPatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceWatcherIT {

    private final RoostClient client = RoostServer.clientOfNewAccount();
    private final List<String> said = new ArrayList<>();
    private final PriceWatcher watcher = new PriceWatcher(client, said::add);
    private long lamp;

    @BeforeEach
    void watchALamp() {
        lamp = client.products()
                .create(new NewProduct().name("Desk lamp").price(new BigDecimal("19.90")))
                .getId();
        watcher.watch(lamp);
        said.clear();
    }

    @Test
    void saysWhichPriceHasChanged() {
        client.products().update(lamp, new ProductPatch().price(new BigDecimal("17.50")));

        watcher.look();
        watcher.look();

        assertThat(said).containsExactly("Desk lamp: 19.90 -> 17.50");
    }

    @Test
    void saysNothingWhereThePriceIsTheSame() {
        watcher.look();
        client.products().update(lamp, new ProductPatch().stock(3));
        watcher.look();

        assertThat(said).isEmpty();
    }

    @Test
    void endsWithTheProduct() {
        client.products().delete(lamp);

        watcher.look();
        watcher.look();

        assertThat(said).containsExactly(lamp + " is not sold any more");
    }
}
