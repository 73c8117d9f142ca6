package dev.roost.webhook;

import dev.roost.http.json.JsonMember;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at Polka.
 *
 * @param event what happened
 * @param data to whom; of events that are not known here, anything
 */
@Serdeable.Deserializable
@Schema(requiredProperties = {"event"})
record PolkaEvent(
        @Schema(implementation = String.class, example = PolkaService.USER_UPGRADED)
        JsonMember<String> event,

        @Schema(name = "data", implementation = PolkaSubject.class, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        JsonMember<PolkaSubject> data) {

    @Nullable
    String userId() {
        PolkaSubject subject = data.orNull();
        return subject == null ? null : subject.userId().orNull();
    }
}
