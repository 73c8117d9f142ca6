package dev.roost.client;

import dev.roost.client.gen.api.ProductsApi;
import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import dev.roost.client.gen.model.ProductPatch;
import java.util.Objects;

/** The catalogue. Every call throws {@link UnauthenticatedException} without a valid access token. */
public final class Products {

    private final ProductsApi api;

    Products(ProductsApi api) {
        this.api = api;
    }

    /**
     * Creates a product that belongs to the caller.
     *
     * @throws ValidationFailedException when a field breaks a rule
     */
    public Product create(NewProduct product) {
        return Call.run(() -> api.createProduct(Objects.requireNonNull(product, "product"), (String) null));
    }

    /** Returns the 20 newest products. */
    public ProductPage list() {
        return Call.run(() -> api.listProducts(null, null, null, null, null, null, null, null, null));
    }

    /**
     * Returns a page of the products, newest first; an empty one past the end.
     *
     * @param page the page's number, from 1; the service reads less as 1
     * @param limit the most products on the page, from 1 to 100; the service reads any other number as 20
     */
    public ProductPage list(long page, int limit) {
        return Call.run(() -> api.listProducts(null, null, null, null, null, null, page, limit, null));
    }

    /**
     * Returns a product.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Product get(long id) {
        return Call.run(() -> api.getProduct(id, null));
    }

    /**
     * Changes the fields that the patch sets and leaves the others alone. {@code description(null)} clears the
     * description; the other fields cannot be cleared, and null leaves them alone as well.
     *
     * @return the product as it is now
     * @throws NotFoundException when there is none of this id
     * @throws ForbiddenException when it belongs to another account
     * @throws ValidationFailedException when a field breaks a rule, or none is set
     */
    public Product update(long id, ProductPatch patch) {
        return Call.run(() -> api.updateProduct(id, Objects.requireNonNull(patch, "patch"), null, null));
    }

    /**
     * Deletes a product.
     *
     * @throws NotFoundException when there is none of this id
     * @throws ForbiddenException when it belongs to another account
     */
    public void delete(long id) {
        Call.run(() -> api.deleteProductWithHttpInfo(id, (String) null));
    }
}
