package dev.roost.product;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code products}. */
@MappedEntity("products")
record Product(
        @Id long id,
        long userId,
        String name,
        @Nullable String description,
        BigDecimal price,
        int stock,
        Instant createdAt,
        Instant updatedAt) {}
