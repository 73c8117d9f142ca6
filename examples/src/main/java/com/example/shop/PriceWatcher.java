package com.example.shop;

import dev.roost.client.NotFoundException;
import dev.roost.client.ProductQuery;
import dev.roost.client.RoostClient;
import dev.roost.client.RoostResponse;
import dev.roost.client.gen.model.Product;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Looks at some products again and again, and says which prices have changed. What has not changed is not sent. */
public final class PriceWatcher {

    private final RoostClient client;
    private final Consumer<String> output;
    private final Map<Long, Seen> seen = new LinkedHashMap<>();

    private record Seen(String etag, BigDecimal price) {}

    PriceWatcher(RoostClient client, Consumer<String> output) {
        this.client = client;
        this.output = output;
    }

    /** Watches the newest products. The arguments are how often to look, and how many seconds lie between. */
    public static void main(String[] args) throws InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        long seconds = args.length > 1 ? Long.parseLong(args[1]) : 3;
        RoostClient client = RoostClient.fromEnv();
        client.accounts().register(UUID.randomUUID() + "@example.com", "correct horse battery");

        var watcher = new PriceWatcher(client, System.out::println);
        for (Product product :
                client.products().list(new ProductQuery().limit(5)).firstPage().items()) {
            watcher.watch(product.getId());
        }
        for (int round = 0; round < rounds; round++) {
            Thread.sleep(seconds * 1000);
            watcher.look();
        }
    }

    void watch(long id) {
        RoostResponse<Product> response = client.calls().products().get(id).response();
        Product product = response.body();
        seen.put(id, new Seen(response.etag().orElseThrow(), product.getPrice()));
        output.accept("watching " + product.getName() + ", which costs " + product.getPrice());
    }

    void look() {
        seen.entrySet().removeIf(entry -> !isStillThere(entry));
    }

    private boolean isStillThere(Map.Entry<Long, Seen> entry) {
        Seen before = entry.getValue();
        try {
            RoostResponse<Optional<Product>> response = client.calls()
                    .products()
                    .getIfChanged(entry.getKey(), before.etag())
                    .response();
            response.body().ifPresent(product -> {
                if (product.getPrice().compareTo(before.price()) != 0) {
                    output.accept(product.getName() + ": " + before.price() + " -> " + product.getPrice());
                }
                entry.setValue(new Seen(response.etag().orElseThrow(), product.getPrice()));
            });
            return true;
        } catch (NotFoundException e) {
            output.accept(entry.getKey() + " is not sold any more");
            return false;
        }
    }
}
