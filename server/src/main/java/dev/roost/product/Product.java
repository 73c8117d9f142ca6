package dev.roost.product;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code products}. The version counts how often it was written. */
@MappedEntity("products")
record Product(
        @Id long id,
        long userId,
        String name,
        @Nullable String description,
        BigDecimal price,
        int stock,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_DESCRIPTION_LENGTH = 10_000;

    /** Returns what tells this version of the product apart from its others (RFC 9110, section 8.8.3). */
    String entityTag() {
        return '"' + Long.toString(version) + '"';
    }
}
