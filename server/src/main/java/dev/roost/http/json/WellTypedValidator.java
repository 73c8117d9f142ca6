package dev.roost.http.json;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Refuses what {@link JsonMemberDeserializer} could not read. */
@Singleton
final class WellTypedValidator implements ConstraintValidator<WellTyped, JsonMember<?>> {

    @Override
    public boolean isValid(
            @Nullable JsonMember<?> member, AnnotationValue<WellTyped> constraint, ConstraintValidatorContext context) {
        return !(member instanceof JsonMember.Mistyped<?>);
    }
}
