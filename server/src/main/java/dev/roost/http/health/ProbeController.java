package dev.roost.http.health;

import dev.roost.http.openapi.AnyOperation;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What orchestrators and load balancers ask: is the process to be restarted, and may it be sent requests. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@Tag(name = "Health")
@AnyOperation
@ApiResponse(
        responseCode = "200",
        description = "Yes.",
        content = @Content(mediaType = "text/plain", schema = @Schema(type = "string", example = "OK")))
class ProbeController {

    private final Readiness readiness;

    ProbeController(Readiness readiness) {
        this.readiness = readiness;
    }

    @Get("/livez")
    @Operation(
            operationId = "checkLiveness",
            summary = "Check that the process lives, whatever becomes of the database",
            description = "A process that does not answer is to be started again.",
            extensions =
                    @Extension(properties = @ExtensionProperty(name = "internal", value = "true", parseValue = true)))
    HttpResponse<String> live() {
        return ok();
    }

    @Get("/readyz")
    @Operation(
            operationId = "checkReadiness",
            summary = "Check that requests can be served",
            description = "They can while the database answers and the service is not about to end.",
            extensions =
                    @Extension(properties = @ExtensionProperty(name = "internal", value = "true", parseValue = true)))
    @ApiResponse(responseCode = "503", ref = "#/components/responses/Unavailable")
    HttpResponse<String> ready() {
        if (!readiness.isReady()) {
            throw ApiException.unavailable();
        }
        return ok();
    }

    private static HttpResponse<String> ok() {
        return HttpResponse.ok("OK").contentType("text/plain; charset=utf-8");
    }
}
