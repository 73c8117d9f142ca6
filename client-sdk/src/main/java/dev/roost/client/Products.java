package dev.roost.client;

import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import dev.roost.client.gen.model.ProductPatch;

/** The catalogue. Every call throws {@link UnauthenticatedException} without a valid access token. */
public final class Products {

    private final ProductCalls calls;

    Products(ProductCalls calls) {
        this.calls = calls;
    }

    /**
     * Creates a product that belongs to the caller.
     *
     * @throws ValidationFailedException when a field breaks a rule
     */
    public Product create(NewProduct product) {
        return calls.create(product).execute();
    }

    /** Returns the 20 newest products. */
    public ProductPage list() {
        return calls.list().execute();
    }

    /**
     * Returns a page of the products, newest first; an empty one past the end.
     *
     * @param page the page's number, from 1; the service reads less as 1
     * @param limit the most products on the page, from 1 to 100; the service reads any other number as 20
     */
    public ProductPage list(long page, int limit) {
        return calls.list(page, limit).execute();
    }

    /**
     * Returns a product.
     *
     * @throws NotFoundException when there is none of this id
     */
    public Product get(long id) {
        return calls.get(id).execute();
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
        return calls.update(id, patch).execute();
    }

    /**
     * Deletes a product.
     *
     * @throws NotFoundException when there is none of this id, also when an attempt whose answer got lost has deleted it
     * @throws ForbiddenException when it belongs to another account
     */
    public void delete(long id) {
        calls.delete(id).execute();
    }
}
