package dev.roost.account;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Holds new passwords to the policy. */
@Singleton
final class NewPasswordValidator implements ConstraintValidator<NewPassword, String> {

    private final PasswordPolicy policy;

    NewPasswordValidator(PasswordPolicy policy) {
        this.policy = policy;
    }

    @Override
    public boolean isValid(
            @Nullable String password, AnnotationValue<NewPassword> constraint, ConstraintValidatorContext context) {
        if (password == null) {
            return true;
        }
        context.messageTemplate(
                "must have %d to %d characters".formatted(policy.minLength(), PasswordPolicy.MAX_LENGTH));
        int length = password.codePointCount(0, password.length());
        return length >= policy.minLength() && length <= PasswordPolicy.MAX_LENGTH;
    }
}
