package dev.roost.documentation;

import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The OpenAPI document and Swagger UI over HTTP: a fixed list of files, so that no path leads to any other. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
class DocumentationController {

    /** Swagger UI draws its icons from {@code data:} URLs and calls this service; it needs nothing else. */
    private static final String PAGE_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private static final String GENERATED = "/META-INF/swagger/";
    private static final String ASSETS = GENERATED + "views/swagger-ui/res/";
    private static final String OURS = "/swagger-ui/";

    private final StaticFile document = StaticFile.read(GENERATED + "roost.yml", "application/yaml");
    private final StaticFile page = StaticFile.read(OURS + "index.html", "text/html; charset=utf-8");
    private final Map<String, StaticFile> assets = Map.of(
            "initializer.js", StaticFile.read(OURS + "initializer.js", "text/javascript; charset=utf-8"),
            "swagger-ui-bundle.js", StaticFile.read(ASSETS + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
            "index.css", StaticFile.read(ASSETS + "index.css", "text/css; charset=utf-8"),
            "swagger-ui.css", StaticFile.read(ASSETS + "swagger-ui.css", "text/css; charset=utf-8"),
            "favicon-32x32.png", StaticFile.read(ASSETS + "favicon-32x32.png", "image/png"));

    @Get("/openapi.yaml")
    HttpResponse<byte[]> document(HttpRequest<?> request) {
        return document.answer(request);
    }

    @Get("/swagger-ui")
    HttpResponse<byte[]> page(HttpRequest<?> request) {
        return page.answer(request).header("Content-Security-Policy", PAGE_POLICY);
    }

    @Get("/swagger-ui/{name}")
    HttpResponse<byte[]> asset(HttpRequest<?> request, String name) {
        StaticFile asset = assets.get(name);
        if (asset == null) {
            throw ApiException.notFound("there is nothing at this path");
        }
        return asset.answer(request);
    }
}
