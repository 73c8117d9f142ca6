package dev.roost.http.health;

import dev.roost.http.openapi.AnyOperation;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Tells that the process answers, which takes no database. */
@Controller("/api/healthz")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@Tag(name = "Health")
@AnyOperation
class HealthController {

    @Get
    @Operation(
            operationId = "checkHealth",
            summary = "Check that the service answers",
            description = "The database is not asked, and no limit counts the request.")
    @ApiResponse(
            responseCode = "200",
            description = "It does.",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string", example = "OK")))
    HttpResponse<String> check() {
        return HttpResponse.ok("OK").contentType("text/plain; charset=utf-8");
    }
}
