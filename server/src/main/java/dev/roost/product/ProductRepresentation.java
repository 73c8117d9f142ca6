package dev.roost.product;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product.
 *
 * @param id the product's number
 * @param userId the number of the account that owns it
 * @param name the name
 * @param description what it is; absent where nothing was said
 * @param price what one costs, exactly
 * @param stock how many there are to sell
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
@Serdeable.Serializable
@Schema(
        name = "Product",
        requiredProperties = {"id", "userId", "name", "price", "stock", "createdAt", "updatedAt"})
record ProductRepresentation(
        @Schema(example = "42") long id,

        @Schema(example = "7") long userId,

        @Schema(example = "Desk lamp") String name,

        @Nullable @Schema(example = "Warm light, small foot.")
        String description,

        @Schema(example = "19.50") BigDecimal price,

        @Schema(example = "3") int stock,

        @Schema(example = "2026-11-21T09:30:00.123456Z") Instant createdAt,

        @Schema(example = "2026-11-21T09:30:00.123456Z") Instant updatedAt) {

    static ProductRepresentation of(Product product) {
        return new ProductRepresentation(
                product.id(),
                product.userId(),
                product.name(),
                product.description(),
                product.price(),
                product.stock(),
                product.createdAt(),
                product.updatedAt());
    }
}
