package dev.roost.client;

import dev.roost.client.gen.model.NewProduct;
import dev.roost.client.gen.model.Product;
import dev.roost.client.gen.model.ProductPage;
import dev.roost.client.gen.model.ProductPatch;
import java.util.Optional;

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

    /** Returns all products, newest first, as they are read. */
    public Paged<Product> list() {
        return list(new ProductQuery());
    }

    /**
     * Returns the products that a query asks for, as they are read.
     *
     * <p>Reading throws {@link ValidationFailedException} when a price of the query can be none or its words are too long.
     */
    public Paged<Product> list(ProductQuery query) {
        return new Paged<>(calls.list(query));
    }

    /**
     * Returns the page of a number; an empty one past the end. The higher the number, the more it costs: {@link #list} does
     * not.
     *
     * @param number the page's number, from 1; the service reads less as 1
     */
    public ProductPage page(ProductQuery query, long number) {
        return calls.page(query, number).execute();
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
     * Returns a product, or nothing where it is still the version that the caller has.
     *
     * @param etag the version, as {@link RoostResponse#etag()} gives it
     * @throws NotFoundException when there is none of this id
     */
    public Optional<Product> getIfChanged(long id, String etag) {
        return calls.getIfChanged(id, etag).execute();
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
     * Changes a product as {@link #update(long, ProductPatch)} does, unless it is another version by now.
     *
     * @param etag the version, as {@link RoostResponse#etag()} gives it
     * @throws PreconditionFailedException when it has changed since
     */
    public Product update(long id, ProductPatch patch, String etag) {
        return calls.update(id, patch, etag).execute();
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

    /**
     * Deletes a product as {@link #delete(long)} does, unless it is another version by now.
     *
     * @param etag the version, as {@link RoostResponse#etag()} gives it
     * @throws PreconditionFailedException when it has changed since
     */
    public void delete(long id, String etag) {
        calls.delete(id, etag).execute();
    }
}
