package dev.roost.webhook;

import dev.roost.http.json.JsonMember;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/**
 * Whom an event of Polka is about.
 *
 * @param userId the account's UUID
 */
@Serdeable.Deserializable
record PolkaSubject(
        @Schema(
                implementation = UUID.class,
                maxLength = 36,
                example = "3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5c",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        JsonMember<String> userId) {}
