package dev.roost.account;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Does not say whom it lets in. */
@Controller("/test/unruled")
class UnruledController {

    @Get
    String get() {
        return "let in";
    }
}
