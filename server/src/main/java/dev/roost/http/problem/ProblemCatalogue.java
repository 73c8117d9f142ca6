package dev.roost.http.problem;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The page that the {@code type} of a problem leads to. */
@Hidden
@Controller("/problems")
@Secured(SecurityRule.IS_ANONYMOUS)
class ProblemCatalogue {

    @Get(produces = "text/html; charset=utf-8")
    String page() {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Problems</title></head>
                <body>
                <h1>Problems</h1>
                <p>Every refusal is a problem document (RFC 9457). Its <code>type</code> is one of these.</p>
                %s
                </body>
                </html>
                """.formatted(
                Arrays.stream(ProblemKind.values()).map(ProblemCatalogue::entry).collect(Collectors.joining()));
    }

    private static String entry(ProblemKind kind) {
        return """
                <h2 id="%s">%s</h2>
                <p>Status %d. Without more to tell, the detail is: %s.</p>
                """.formatted(kind.slug(), kind.title(), kind.status().getCode(), kind.detail());
    }
}
