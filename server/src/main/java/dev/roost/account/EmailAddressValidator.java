package dev.roost.account;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a browser takes for an e-mail
 * (<a href="https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address">HTML, valid e-mail address</a>), with
 * letters of every script (RFC 6531) and of 254 characters at most, 64 of them before the {@code @} (RFC 5321, section
 * 4.5.3.1). {@link jakarta.validation.constraints.Email} also takes signs for a host, and what cannot be seen.
 */
@Singleton
final class EmailAddressValidator implements ConstraintValidator<EmailAddress, String> {

    /** Letters and marks that are not shown (Unicode's Default_Ignorable_Code_Point). */
    private static final String INVISIBLE =
            "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}";

    private static final String LETTER = "\\p{L}\\p{M}\\p{N}";
    private static final String LABEL = "[%s](?:[%<s-]{0,61}[%<s])?".formatted(LETTER);
    private static final Pattern VALID = Pattern.compile(
            "(?=.{1,254}$)(?!.*[%s])[%s.!#$%%&'*+/=?^_`{|}~-]{1,64}@%s(?:\\.%<s)*".formatted(INVISIBLE, LETTER, LABEL));

    @Override
    public boolean isValid(
            @Nullable String email, AnnotationValue<EmailAddress> constraint, ConstraintValidatorContext context) {
        return email == null || VALID.matcher(email).matches();
    }
}
