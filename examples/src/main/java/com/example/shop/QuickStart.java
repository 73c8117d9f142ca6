package com.example.shop;

import dev.roost.client.RoostClient;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPatch;
import java.math.BigDecimal;
import java.util.UUID;

/** Sells a lamp. */
public final class QuickStart {

    private QuickStart() {}

    public static void main(String[] args) {
        RoostClient client = RoostClient.fromEnv(); // of the service at ROOST_BASE_URL
        String email = UUID.randomUUID() + "@example.com"; // a new account each time
        client.accounts().register(email, "correct horse battery");

        Product lamp =
                client.products().create(new NewProduct().name("Desk lamp").price(new BigDecimal("19.90")));
        client.products().update(lamp.getId(), new ProductPatch().stock(3));

        for (Product product : client.products().list()) {
            System.out.println(product.getName() + " costs " + product.getPrice());
        }
    }
}
