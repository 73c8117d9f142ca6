package dev.roost.http.connection;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes as long as it is told to. */
@Controller("/test/slow")
@Secured(SecurityRule.IS_ANONYMOUS)
class SlowController {

    @Get(value = "/pause/{millis}", produces = MediaType.TEXT_PLAIN)
    Publisher<String> pause(long millis) {
        return Flux.concat(
                Mono.just("first"), Mono.delay(Duration.ofMillis(millis)).map(passed -> "last"));
    }

    @Get("/{millis}")
    String answer(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return "late";
    }
}
