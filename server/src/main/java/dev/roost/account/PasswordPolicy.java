package dev.roost.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What a new password must be; NIST SP 800-63B asks for length and for nothing else.
 *
 * @param minLength the fewest characters, counted as code points
 */
@ConfigurationProperties("roost.password")
record PasswordPolicy(
        @Min(1) @Max(PasswordPolicy.MAX_LENGTH) int minLength) {

    /** The most characters; it bounds the work that a request can ask for. */
    static final int MAX_LENGTH = 128;
}
