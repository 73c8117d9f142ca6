package dev.roost.webhook;

import dev.roost.http.openapi.FindsById;
import dev.roost.http.openapi.JsonApi;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The webhook that Polka calls. {@link PolkaKey} has let the call in. */
@Controller("/api/polka/webhooks")
@Secured(SecurityRule.IS_ANONYMOUS)
@JsonApi
@Tag(name = "Polka")
class PolkaController {

    private final PolkaService polka;

    PolkaController(PolkaService polka) {
        this.polka = polka;
    }

    @Post(produces = MediaType.ALL)
    @Status(HttpStatus.NO_CONTENT)
    @FindsById
    @Operation(
            operationId = "receivePolkaEvent",
            summary = "Take an event of Polka",
            description = "`user.upgraded` makes an account Chirpy Red, which it may be already. Every other event "
                    + "is taken and changes nothing.")
    @SecurityRequirement(name = "polka_key")
    @ApiResponse(responseCode = "204", description = "The event was taken.")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/ApiKeyNeeded")
    void receive(@Body PolkaEvent event) {
        polka.receive(event.event().orNull(), event.userId());
    }
}
