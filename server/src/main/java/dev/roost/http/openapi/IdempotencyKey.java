package dev.roost.http.openapi;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.micronaut.http.annotation.Header;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Binds and documents what makes a change happen once. */
@Target(PARAMETER)
@Retention(RUNTIME)
@Header(IdempotencyKey.NAME)
@Parameter(
        in = ParameterIn.HEADER,
        name = IdempotencyKey.NAME,
        description =
                "A name for this request of visible ASCII characters, such as a random UUID. Sent again by the same "
                        + "account within 24 hours, the request changes nothing more and gets the first answer again, with "
                        + "`" + IdempotencyKey.REPLAYED
                        + ": true`; whether its `If-Match` still holds is not asked. While the first is under "
                        + "way, the answer is a 409; with other content or for something else, it is a 422. Refusals are not kept.",
        example = "8e03978e-40d5-43dd-bc93-6894a57f9324",
        schema = @Schema(minLength = 1, maxLength = IdempotencyKey.MAX_LENGTH, pattern = IdempotencyKey.PATTERN))
public @interface IdempotencyKey {

    /** The field's name. */
    String NAME = "Idempotency-Key";

    /** The field of an answer that was kept. */
    String REPLAYED = "Idempotent-Replayed";

    /** What a key is made of: visible characters of ASCII, one at least. */
    String PATTERN = "^[!-~]+$";

    /** The most characters of a key. */
    int MAX_LENGTH = 255;
}
