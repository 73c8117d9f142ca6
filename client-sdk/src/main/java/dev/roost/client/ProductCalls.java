package dev.roost.client;

import dev.roost.client.gen.api.ProductsApi;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import dev.roost.client.gen.model.ProductPatch;
import java.util.Objects;
import java.util.Optional;
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

    /** Returns the first page of all products, newest first. */
    public Call<Page<Product>> list() {
        return list(new ProductQuery());
    }

    /** Returns the first page of the products that a query asks for. */
    public Call<Page<Product>> list(ProductQuery query) {
        return send(query, null).map(response -> Json.make(() -> page(query, response.body())));
    }

    private Page<Product> page(ProductQuery query, ProductPage page) {
        return new Page<>(page.getData(), page.getTotal(), page.getNextCursor(), cursor -> list(query.cursor(cursor)));
    }

    /** Returns the page of a number. */
    public Call<ProductPage> page(ProductQuery query, long number) {
        return send(query, number);
    }

    private Call<ProductPage> send(ProductQuery query, @Nullable Long number) {
        Objects.requireNonNull(query, "query");
        var sort = query.sort == null ? null : query.sort.parameter;
        return Call.of(() -> api.listProductsWithHttpInfo(
                query.words,
                query.minPrice,
                query.maxPrice,
                query.inStock,
                query.owner,
                sort,
                number,
                query.limit,
                query.cursor));
    }

    /** Returns a product. */
    public Call<Product> get(long id) {
        return Call.of(() -> api.getProductWithHttpInfo(id, (String) null));
    }

    /** Returns a product, if it is another version than that of an entity tag. */
    public Call<Optional<Product>> getIfChanged(long id, String etag) {
        Objects.requireNonNull(etag, "etag");
        return Call.ifChanged(() -> api.getProductWithHttpInfo(id, etag));
    }

    /** Changes the fields that the patch sets. */
    public Call<Product> update(long id, ProductPatch patch) {
        return change(id, patch, null);
    }

    /** Changes the fields that the patch sets, if the product is still the version of an entity tag. */
    public Call<Product> update(long id, ProductPatch patch, String etag) {
        return change(id, patch, Objects.requireNonNull(etag, "etag"));
    }

    private Call<Product> change(long id, ProductPatch patch, @Nullable String etag) {
        Objects.requireNonNull(patch, "patch");
        var key = options.newIdempotencyKey();
        return Call.of(() -> api.updateProductWithHttpInfo(id, patch, etag, key));
    }

    /** Deletes a product. */
    public Call<@Nullable Void> delete(long id) {
        return Call.ofEmpty(() -> api.deleteProductWithHttpInfo(id, (String) null));
    }

    /** Deletes a product, if it is still the version of an entity tag. */
    public Call<@Nullable Void> delete(long id, String etag) {
        Objects.requireNonNull(etag, "etag");
        return Call.ofEmpty(() -> api.deleteProductWithHttpInfo(id, etag));
    }
}
