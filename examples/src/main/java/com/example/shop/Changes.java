package com.example.shop;

import dev.roost.client.PreconditionFailedException;
import dev.roost.client.RoostClient;
import dev.roost.client.RoostResponse;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPatch;
import java.math.BigDecimal;
import java.util.UUID;

/** Creates a product, changes some of its fields, and overwrites nobody else's change. */
public final class Changes {

    private Changes() {}

    public static void main(String[] args) {
        RoostClient client = RoostClient.fromEnv();
        client.accounts().register(UUID.randomUUID() + "@example.com", "correct horse battery");

        Product lamp = client.products()
                .create(new NewProduct()
                        .name("Desk lamp")
                        .description("Warm light.")
                        .price(new BigDecimal("19.90"))
                        .stock(3));

        ProductPatch patch = new ProductPatch()
                .price(new BigDecimal("17.50")) // set
                .description(null); // cleared; name and stock are not given and stay as they are
        Product changed = client.products().update(lamp.getId(), patch);
        System.out.println(changed.getPrice() + ", " + changed.getStock() + ", " + changed.getDescription());

        sellOne(client, lamp.getId());
        changeAnOldVersion(client, lamp.getId());
        client.products().delete(lamp.getId());
    }

    /** Sells one, unless somebody else has changed the product since it was read. */
    private static void sellOne(RoostClient client, long id) {
        RoostResponse<Product> read = client.calls().products().get(id).response();
        ProductPatch oneLess = new ProductPatch().stock(read.body().getStock() - 1);
        Product sold = client.products().update(id, oneLess, read.etag().orElseThrow());
        System.out.println("left: " + sold.getStock());
    }

    private static void changeAnOldVersion(RoostClient client, long id) {
        String etag = client.calls().products().get(id).response().etag().orElseThrow();
        client.products().update(id, new ProductPatch().stock(9));
        try {
            client.products().delete(id, etag);
        } catch (PreconditionFailedException e) {
            System.out.println("not deleted: " + e.detail());
        }
    }
}
