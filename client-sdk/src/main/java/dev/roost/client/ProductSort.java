package dev.roost.client;

/** An order of products. Ties go by id. */
public enum ProductSort {
    OLDEST_FIRST("created_at"),
    NEWEST_FIRST("-created_at"),
    PRICE_ASCENDING("price"),
    PRICE_DESCENDING("-price"),

    /** By name, without regard to case. */
    NAME_ASCENDING("name"),

    /** By name backwards, without regard to case. */
    NAME_DESCENDING("-name");

    /** The order as the service reads it. */
    final String parameter;

    ProductSort(String parameter) {
        this.parameter = parameter;
    }
}
