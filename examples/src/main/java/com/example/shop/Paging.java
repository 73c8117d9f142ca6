package com.example.shop;

import dev.roost.client.ChirpQuery;
import dev.roost.client.Page;
import dev.roost.client.ProductQuery;
import dev.roost.client.ProductSort;
import dev.roost.client.RoostClient;
import dev.roost.client.gen.model.Chirp;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Searches the catalogue, reads lists over all their pages, and goes through them page by page. */
public final class Paging {

    private Paging() {}

    public static void main(String[] args) {
        RoostClient client = RoostClient.fromEnv();
        long id = client.accounts()
                .register(UUID.randomUUID() + "@example.com", "correct horse battery")
                .getUser()
                .getId();
        for (int price = 10; price <= 50; price += 10) {
            client.products()
                    .create(new NewProduct()
                            .name("Reading lamp " + price)
                            .price(BigDecimal.valueOf(price))
                            .stock(1));
        }

        search(client, id);
        turnPages(client, new ProductQuery().owner(id).limit(2));
        chirp(client);
    }

    private static void search(RoostClient client, long userId) {
        ProductQuery query = new ProductQuery()
                .words("reading lamp") // both, in the name or the description
                .minPrice(new BigDecimal("15.00"))
                .inStock(true)
                .owner(userId)
                .sort(ProductSort.PRICE_ASCENDING)
                .limit(100); // a page

        for (Product product : client.products().list(query)) {
            System.out.println(product.getName() + " costs " + product.getPrice());
        }

        List<String> cheapest = client.products().list(query).stream()
                .limit(2) // fetches no page more than that needs
                .map(Product::getName)
                .toList();
        System.out.println("cheapest: " + cheapest);
    }

    private static void turnPages(RoostClient client, ProductQuery query) {
        client.products()
                .list(query)
                .pages()
                .forEach(page -> System.out.println("a page of " + page.items().size()));

        Page<Product> first = client.products().list(query).firstPage();
        String cursor = first.nextCursor().orElseThrow(); // such as in the link to a next page
        Page<Product> second = client.products().list(query.cursor(cursor)).firstPage();
        System.out.println("then " + second.items().size());

        ProductPage third = client.products().page(query, 3);
        System.out.println("page " + third.getPage() + " has " + third.getData().size());
    }

    private static void chirp(RoostClient client) {
        Chirp mine = client.chirps().post("What a fine day to be a bird.");

        ChirpQuery query = new ChirpQuery().author(mine.getUserId()).newestFirst();
        for (Chirp chirp : client.chirps().list(query)) {
            System.out.println(chirp.getCreatedAt() + " " + chirp.getBody());
        }
        client.chirps().delete(mine.getId());
    }
}
