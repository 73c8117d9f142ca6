package dev.roost.client.example;

import dev.roost.client.ChirpQuery;
import dev.roost.client.ProblemException;
import dev.roost.client.RequestOptions;
import dev.roost.client.RoostClient;
import dev.roost.client.RoostConnectionException;
import dev.roost.client.RoostResponse;
import dev.roost.client.TokenStore;
import dev.roost.client.ValidationFailedException;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPatch;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What the READMEs show. */
final class QuickStart {

    private QuickStart() {}

    static void sellALamp(String url) {
        RoostClient client = RoostClient.builder().baseUrl(url).build();
        client.accounts().register("java@example.com", "correct horse battery");

        Product lamp =
                client.products().create(new NewProduct().name("Desk lamp").price(new BigDecimal("19.90")));
        client.products().update(lamp.getId(), new ProductPatch().stock(3));

        for (Product product : client.products().list()) {
            System.out.println(product.getName() + " costs " + product.getPrice());
        }
    }

    static void chirp(RoostClient client) {
        client.chirps().post("What a fine day to be a bird.");

        for (Chirp chirp : client.chirps().list(new ChirpQuery().newestFirst())) {
            System.out.println(chirp.getBody());
        }
    }

    static RoostClient resume(String url, TokenStore store) {
        return RoostClient.builder().baseUrl(url).tokenStore(store).build();
    }

    static void useOtherOptions(RoostClient client, long id) {
        RequestOptions quick =
                new RequestOptions().timeout(Duration.ofSeconds(2)).maxRetries(0);
        client.withOptions(quick).products().get(id);
    }

    static CompletableFuture<Product> doNotWait(RoostClient client, long id) {
        return client.async().products().get(id);
    }

    static void seeTheWholeResponse(RoostClient client, long id) {
        RoostResponse<Product> response = client.calls().products().get(id).response();
        System.out.println(response.status() + " " + response.headers().map() + " " + response.body());
    }

    static RoostClient listen(String url) {
        return RoostClient.builder()
                .baseUrl(url)
                .listener(exchange -> System.out.println(exchange + " " + exchange.requestBody()))
                .build();
    }

    static Product change(RoostClient client, long id) {
        ProductPatch patch = new ProductPatch()
                .price(new BigDecimal("17.50")) // set
                .description(null); // cleared; name and stock are not given and stay as they are
        return client.products().update(id, patch);
    }

    static void handleErrors(RoostClient client, NewProduct product) {
        try {
            client.products().create(product);
        } catch (ValidationFailedException e) {
            e.errors().forEach(error -> System.out.println(error.getField() + " " + error.getMessage()));
        } catch (ProblemException e) {
            System.out.println("refused with " + e.status() + ", see request " + e.requestId());
        } catch (RoostConnectionException e) {
            System.out.println("no answer: " + e.getMessage());
        }
    }
}
