package dev.roost.client;

import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import dev.roost.client.gen.model.ProductPatch;
import java.util.Optional;
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

    /** Returns all products, newest first, as they are read. */
    public AsyncPaged<Product> list() {
        return list(new ProductQuery());
    }

    /** Returns the products that a query asks for, as they are read. */
    public AsyncPaged<Product> list(ProductQuery query) {
        return new AsyncPaged<>(calls.list(query));
    }

    /** Returns the page of a number. */
    public CompletableFuture<ProductPage> page(ProductQuery query, long number) {
        return calls.page(query, number).executeAsync();
    }

    /** Returns a product. */
    public CompletableFuture<Product> get(long id) {
        return calls.get(id).executeAsync();
    }

    /** Returns a product, if it is another version than that of an entity tag. */
    public CompletableFuture<Optional<Product>> getIfChanged(long id, String etag) {
        return calls.getIfChanged(id, etag).executeAsync();
    }

    /** Changes the fields that the patch sets. */
    public CompletableFuture<Product> update(long id, ProductPatch patch) {
        return calls.update(id, patch).executeAsync();
    }

    /** Changes the fields that the patch sets, if the product is still the version of an entity tag. */
    public CompletableFuture<Product> update(long id, ProductPatch patch, String etag) {
        return calls.update(id, patch, etag).executeAsync();
    }

    /** Deletes a product. */
    public CompletableFuture<@Nullable Void> delete(long id) {
        return calls.delete(id).executeAsync();
    }

    /** Deletes a product, if it is still the version of an entity tag. */
    public CompletableFuture<@Nullable Void> delete(long id, String etag) {
        return calls.delete(id, etag).executeAsync();
    }
}
