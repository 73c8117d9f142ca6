package dev.roost.product;

/**
 * What a client asks the catalogue for.
 *
 * @param filter which products
 * @param order in which order
 * @param page which page of them
 */
record ProductQuery(ProductFilter filter, ProductOrder order, PageRequest page) {}
