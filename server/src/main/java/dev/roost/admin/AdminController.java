package dev.roost.admin;

import dev.roost.http.openapi.AnyOperation;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
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

/** The operators' page and reset over HTTP, whatever a client accepts and sends along. */
@Controller("/admin")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@Tag(name = "Admin")
@AnyOperation
@ApiResponse(responseCode = "429", ref = "#/components/responses/TooManyRequests")
@ApiResponse(responseCode = "503", ref = "#/components/responses/Unavailable")
class AdminController {

    private final Visits visits;
    private final ResetService resets;

    AdminController(Visits visits, ResetService resets) {
        this.visits = visits;
        this.resets = resets;
    }

    @Get("/metrics")
    @Operation(
            operationId = "getMetricsPage",
            summary = "See how often the site was visited",
            description = "At all instances together, since the last reset. The page is HTML, whatever `Accept` says.",
            // A page is for people: generators of clients leave it out.
            extensions =
                    @Extension(properties = @ExtensionProperty(name = "internal", value = "true", parseValue = true)))
    @ApiResponse(
            responseCode = "200",
            description = "A page with the number of requests below `/app/`.",
            content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    HttpResponse<String> metrics() {
        return HttpResponse.ok("""
                        <!doctype html>
                        <html lang="en">
                        <head><meta charset="utf-8"><title>Chirpy Admin</title></head>
                        <body>
                        <h1>Welcome, Chirpy Admin</h1>
                        <p>Chirpy has been visited %d times!</p>
                        <p><small>At all instances together, since the last reset.</small></p>
                        </body>
                        </html>
                        """.formatted(visits.total())).contentType("text/html; charset=utf-8");
    }

    @Post("/reset")
    @Operation(
            operationId = "resetService",
            summary = "Delete every account, all that accounts own, and the visits",
            description = "For development: any other platform than `PLATFORM=dev` refuses.")
    @ApiResponse(
            responseCode = "200",
            description = "All of it is gone.",
            content =
                    @Content(
                            mediaType = "text/plain",
                            schema =
                                    @Schema(type = "string", example = "Every account is gone, and no visit counted.")))
    @ApiResponse(responseCode = "403", ref = "#/components/responses/OnlyInDevelopment")
    HttpResponse<String> reset() {
        resets.reset();
        return HttpResponse.ok("Every account is gone, and no visit counted.\n")
                .contentType("text/plain; charset=utf-8");
    }
}
