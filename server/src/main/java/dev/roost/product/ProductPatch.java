package dev.roost.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.roost.http.json.JsonMember;
import dev.roost.http.json.WellTyped;
import dev.roost.http.validation.Characters;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * What to change of a product: at least one field. What is absent is left alone.
 *
 * @param name the new name; spaces around it are cut
 * @param description the new description; null clears it
 * @param price the new price
 * @param stock how many there are to sell now
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "ProductPatch", minProperties = 1)
record ProductPatch(
        @WellTyped
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = Product.MAX_NAME_LENGTH,
                example = "Desk lamp",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        JsonMember<@NotNull @Characters(min = 1, max = Product.MAX_NAME_LENGTH) String> name,

        @WellTyped
        @Schema(
                implementation = String.class,
                nullable = true,
                maxLength = Product.MAX_DESCRIPTION_LENGTH,
                example = "Warm light.",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        JsonMember<@Characters(max = Product.MAX_DESCRIPTION_LENGTH) String> description,

        @WellTyped
        @Schema(
                implementation = BigDecimal.class,
                minimum = "0",
                maximum = Price.MAX,
                multipleOf = 0.01,
                example = "19.50",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        JsonMember<@NotNull @Price BigDecimal> price,

        @WellTyped
        @Schema(
                implementation = Integer.class,
                minimum = "0",
                maximum = "2147483647",
                example = "3",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        JsonMember<@NotNull @Min(0) Integer> stock) {

    ProductPatch {
        name = name.map(String::strip);
    }

    boolean isEmpty() {
        return !name.isPresent() && !description.isPresent() && !price.isPresent() && !stock.isPresent();
    }
}
