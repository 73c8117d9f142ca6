package dev.roost.http.json;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Refuses what {@link PatchFieldDeserializer} could not read. */
@Singleton
final class WellTypedValidator implements ConstraintValidator<WellTyped, PatchField<?>> {

    @Override
    public boolean isValid(
            @Nullable PatchField<?> field, AnnotationValue<WellTyped> constraint, ConstraintValidatorContext context) {
        return !(field instanceof PatchField.Mistyped<?>);
    }
}
