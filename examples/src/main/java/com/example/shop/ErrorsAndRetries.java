package com.example.shop;

import dev.roost.client.NotFoundException;
import dev.roost.client.ProblemException;
import dev.roost.client.RequestOptions;
import dev.roost.client.RoostClient;
import dev.roost.client.RoostConnectionException;
import dev.roost.client.RoostTimeoutException;
import dev.roost.client.TooManyRequestsException;
import dev.roost.client.ValidationFailedException;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;

/** What can go wrong, and how a call is repeated. */
public final class ErrorsAndRetries {

    private ErrorsAndRetries() {}

    public static void main(String[] args) {
        RoostClient client = RoostClient.fromEnv();
        client.accounts().register(UUID.randomUUID() + "@example.com", "correct horse battery");

        create(client, new NewProduct().name("Desk lamp").price(new BigDecimal("-1")));
        create(client.withAccessToken("stale"), new NewProduct());
        create(RoostClient.builder().baseUrl("http://localhost:1").maxRetries(0).build(), new NewProduct());

        System.out.println("found: " + find(client, Long.MAX_VALUE));
        System.out.println("created once: " + createOnce(client, "order-" + UUID.randomUUID()));
    }

    private static void create(RoostClient client, NewProduct product) {
        try {
            client.products().create(product);
        } catch (ValidationFailedException e) {
            e.errors().forEach(error -> System.out.println(error.getField() + " " + error.getMessage()));
        } catch (TooManyRequestsException e) { // the retries were not enough
            System.out.println("try again in " + e.retryAfter().orElse(Duration.ofMinutes(1)));
        } catch (ProblemException e) {
            System.out.println("refused with " + e.status() + " " + e.kind() + ", see request "
                    + e.requestId().orElse("unknown"));
        } catch (RoostTimeoutException e) {
            System.out.println("no answer in time; it may have been created");
        } catch (RoostConnectionException e) {
            System.out.println(e.getMessage());
        }
    }

    private static String find(RoostClient client, long id) {
        RequestOptions options =
                new RequestOptions().timeout(Duration.ofSeconds(2)).maxRetries(0);
        RoostClient quick = client.withOptions(options);
        try {
            return quick.products().get(id).getName();
        } catch (NotFoundException e) {
            return "nothing";
        }
    }

    private static boolean createOnce(RoostClient client, String orderNumber) {
        NewProduct lamp = new NewProduct().name("Desk lamp").price(new BigDecimal("19.90"));
        RoostClient once = client.withOptions(new RequestOptions().idempotencyKey(orderNumber));

        Product created = once.products().create(lamp);
        Product same = once.products().create(lamp); // as after a crash: nothing is created
        return created.getId().equals(same.getId());
    }
}
