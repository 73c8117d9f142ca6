package com.example.shop;

import dev.roost.client.RoostClient;
import dev.roost.client.RoostResponse;
import dev.roost.client.gen.api.HealthApi;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Calls without waiting, calls with the whole response, and calls of the generated classes. */
public final class Futures {

    private Futures() {}

    public static void main(String[] args) throws Exception {
        RoostClient client = RoostClient.fromEnv();
        client.accounts().register(UUID.randomUUID() + "@example.com", "correct horse battery");
        NewProduct lamp = new NewProduct().name("Desk lamp").price(new BigDecimal("19.90"));

        CompletableFuture<Chirp> chirped = client.async()
                .products()
                .create(lamp)
                .thenCompose(product -> client.async().chirps().post("For sale: " + product.getName()));
        System.out.println(chirped.join().getBody());

        CompletableFuture<Void> read =
                client.async().products().list().forEach(product -> System.out.println(product.getName()));
        read.join();

        RoostResponse<Product> response = client.calls().products().create(lamp).response();
        System.out.println(response.status() + " " + response.requestId().orElse("") + " "
                + response.headers().firstValue("RateLimit-Remaining").orElse("no limit") + " "
                + response.body().getName());

        System.out.println(
                "healthy: " + new HealthApi(client.generated()).checkHealth().join());
    }
}
