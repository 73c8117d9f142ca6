package dev.roost.account;

import dev.roost.configuration.Platform;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Holds new passwords to the policy. */
@Singleton
final class NewPasswordValidator implements ConstraintValidator<NewPassword, String> {

    private final PasswordPolicy policy;
    private final Platform platform;

    NewPasswordValidator(PasswordPolicy policy, Platform platform) {
        this.policy = policy;
        this.platform = platform;
    }

    @Override
    public boolean isValid(
            @Nullable String password, AnnotationValue<NewPassword> constraint, ConstraintValidatorContext context) {
        if (password == null) {
            return true;
        }
        boolean loose = platform.isDevelopment()
                && constraint.booleanValue("looseInDevelopment").orElse(false);
        int minLength = loose ? 1 : policy.minLength();
        context.messageTemplate("must have %d to %d characters".formatted(minLength, PasswordPolicy.MAX_LENGTH));
        int length = password.codePointCount(0, password.length());
        return length >= minLength && length <= PasswordPolicy.MAX_LENGTH;
    }
}
