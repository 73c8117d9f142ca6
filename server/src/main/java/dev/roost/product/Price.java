package dev.roost.product;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.roost.http.validation.Decimals;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A price that fits {@code numeric(10, 2)}, and is not negative. Null is valid. */
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@DecimalMin("0")
@DecimalMax(value = Price.MAX, message = Price.RULE)
@Decimals(max = 2, message = Price.RULE)
@interface Price {

    /** The highest price. */
    String MAX = "99999999.99";

    /** What the caller is told of a price that does not fit. */
    String RULE = "must have at most 8 digits before the point and 2 behind it";
}
