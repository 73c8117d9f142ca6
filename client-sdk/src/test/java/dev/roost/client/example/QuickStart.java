package dev.roost.client.example;

import dev.roost.client.ChirpPage;
import dev.roost.client.ChirpQuery;
import dev.roost.client.ProblemException;
import dev.roost.client.RoostClient;
import dev.roost.client.RoostConnectionException;
import dev.roost.client.ValidationFailedException;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPatch;
import dev.roost.client.gen.model.RefreshedToken;
import dev.roost.client.gen.model.Session;
import java.math.BigDecimal;
import java.util.Optional;

/** What the READMEs show. */
final class QuickStart {

    private QuickStart() {}

    static void sellALamp(String url) {
        RoostClient anyone = RoostClient.builder().baseUrl(url).build();
        Session session = anyone.auth().register("java@example.com", "correct horse battery");
        RoostClient client = anyone.withAccessToken(session.getAccessToken());

        Product lamp =
                client.products().create(new NewProduct().name("Desk lamp").price(new BigDecimal("19.90")));
        client.products().update(lamp.getId(), new ProductPatch().stock(3));

        for (Product product : client.products().list().getData()) {
            System.out.println(product.getName() + " costs " + product.getPrice());
        }
    }

    static RoostClient stayLoggedIn(RoostClient anyone, Session session) {
        RefreshedToken refreshed = anyone.auth().refresh(session.getRefreshToken());
        return anyone.withAccessToken(refreshed.getToken());
    }

    static void logOut(RoostClient anyone, Session session) {
        anyone.auth().revoke(session.getRefreshToken());
    }

    static void chirp(RoostClient client) {
        client.chirps().post("What a fine day to be a bird.");

        Optional<ChirpQuery> query = Optional.of(new ChirpQuery().newestFirst().limit(100));
        while (query.isPresent()) {
            ChirpPage page = client.chirps().list(query.get());
            page.chirps().forEach(chirp -> System.out.println(chirp.getBody()));
            query = page.next();
        }
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
