package dev.roost.client;

/** An order of products. Ties go by id. */
public enum ProductSort {
    OLDEST_FIRST("created_at"),
    NEWEST_FIRST("-created_at"),
    CHEAPEST_FIRST("price"),
    DEAREST_FIRST("-price"),

    /** By name, without regard to case. */
    NAME("name"),

    /** By name backwards, without regard to case. */
    NAME_DESCENDING("-name");

    private final String parameter;

    ProductSort(String parameter) {
        this.parameter = parameter;
    }

    /** Returns the order as the service reads it. */
    String parameter() {
        return parameter;
    }
}
