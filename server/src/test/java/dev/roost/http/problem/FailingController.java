package dev.roost.http.problem;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Fails in ways that the service's own operations do not. */
@Controller("/test")
@Secured(SecurityRule.IS_ANONYMOUS)
class FailingController {

    @Get("/failure")
    String fail() {
        throw new IllegalStateException("the inside: jdbc:postgresql://db/roost?password=hunter2");
    }
}
