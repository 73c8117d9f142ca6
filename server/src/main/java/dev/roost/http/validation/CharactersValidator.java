package dev.roost.http.validation;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Counts code points. */
@Singleton
final class CharactersValidator implements ConstraintValidator<Characters, String> {

    @Override
    public boolean isValid(
            @Nullable String text, AnnotationValue<Characters> constraint, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = text.codePointCount(0, text.length());
        return length >= constraint.intValue("min").orElse(0)
                && length <= constraint.intValue("max").orElseThrow();
    }
}
