package dev.roost.http.connection;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Takes as long as it is told to. */
@Controller("/test/slow")
@Secured(SecurityRule.IS_ANONYMOUS)
class SlowController {

    @Get("/{millis}")
    String answer(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return "late";
    }
}
