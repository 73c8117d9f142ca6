package dev.roost.product;

/**
 * A place in an order of the catalogue: that of a product, which need not exist any more.
 *
 * @param key the product's sort key, as text
 * @param id the product's id
 */
record ProductPlace(String key, long id) {

    static ProductPlace of(Product product, ProductOrder order) {
        return new ProductPlace(order.key().of(product), product.id());
    }
}
