package dev.roost.client;

import dev.roost.client.gen.api.ProductsApi;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import dev.roost.client.gen.model.ProductPatch;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls of the catalogue. {@link Products} says what each does. */
public final class ProductCalls {

    private final ProductsApi api;
    private final RequestOptions options;

    ProductCalls(ProductsApi api, RequestOptions options) {
        this.api = api;
        this.options = options;
    }

    /** Creates a product that belongs to the caller. */
    public Call<Product> create(NewProduct product) {
        Objects.requireNonNull(product, "product");
        var key = options.newIdempotencyKey();
        return Call.of(() -> api.createProductWithHttpInfo(product, key));
    }

    /** Returns the 20 newest products. */
    public Call<ProductPage> list() {
        return Call.of(() -> api.listProductsWithHttpInfo(null, null, null, null, null, null, null, null, null));
    }

    /** Returns a page of the products, newest first. */
    public Call<ProductPage> list(long page, int limit) {
        return Call.of(() -> api.listProductsWithHttpInfo(null, null, null, null, null, null, page, limit, null));
    }

    /** Returns a product. */
    public Call<Product> get(long id) {
        return Call.of(() -> api.getProductWithHttpInfo(id, (String) null));
    }

    /** Changes the fields that the patch sets. */
    public Call<Product> update(long id, ProductPatch patch) {
        Objects.requireNonNull(patch, "patch");
        var key = options.newIdempotencyKey();
        return Call.of(() -> api.updateProductWithHttpInfo(id, patch, null, key));
    }

    /** Deletes a product. */
    public Call<@Nullable Void> delete(long id) {
        return Call.ofEmpty(() -> api.deleteProductWithHttpInfo(id, (String) null));
    }
}
