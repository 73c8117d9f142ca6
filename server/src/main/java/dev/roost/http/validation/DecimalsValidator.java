package dev.roost.http.validation;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Counts decimals. */
@Singleton
final class DecimalsValidator implements ConstraintValidator<Decimals, BigDecimal> {

    @Override
    public boolean isValid(
            @Nullable BigDecimal number, AnnotationValue<Decimals> constraint, ConstraintValidatorContext context) {
        return number == null || hasAtMost(constraint.intValue("max").orElseThrow(), number);
    }

    /** Only zeros behind the point are cut: those before it could make the exponent overflow. */
    static boolean hasAtMost(int decimals, BigDecimal number) {
        return number.scale() <= decimals || number.stripTrailingZeros().scale() <= decimals;
    }
}
