package dev.roost.client;

import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import dev.roost.client.gen.model.ProductPatch;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The catalogue, without threads that wait. Futures fail with what the methods of {@link Products} throw. */
public final class AsyncProducts {

    private final ProductCalls calls;

    AsyncProducts(ProductCalls calls) {
        this.calls = calls;
    }

    /** Creates a product that belongs to the caller. */
    public CompletableFuture<Product> create(NewProduct product) {
        return calls.create(product).executeAsync();
    }

    /** Returns the 20 newest products. */
    public CompletableFuture<ProductPage> list() {
        return calls.list().executeAsync();
    }

    /** Returns a page of the products, newest first. */
    public CompletableFuture<ProductPage> list(long page, int limit) {
        return calls.list(page, limit).executeAsync();
    }

    /** Returns a product. */
    public CompletableFuture<Product> get(long id) {
        return calls.get(id).executeAsync();
    }

    /** Changes the fields that the patch sets. */
    public CompletableFuture<Product> update(long id, ProductPatch patch) {
        return calls.update(id, patch).executeAsync();
    }

    /** Deletes a product. */
    public CompletableFuture<@Nullable Void> delete(long id) {
        return calls.delete(id).executeAsync();
    }
}
