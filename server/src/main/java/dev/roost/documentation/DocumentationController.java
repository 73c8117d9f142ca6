package dev.roost.documentation;

import dev.roost.http.problem.ApiException;
import dev.roost.http.staticfiles.FileResponse;
import dev.roost.http.staticfiles.PackagedFile;
import dev.roost.http.staticfiles.StaticFile;
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

    private final StaticFile document = read(GENERATED + "roost.yml");
    private final StaticFile page = read(OURS + "index.html");
    private final Map<String, StaticFile> assets = Map.of(
            "initializer.js", read(OURS + "initializer.js"),
            "swagger-ui-bundle.js", read(ASSETS + "swagger-ui-bundle.js"),
            "index.css", read(ASSETS + "index.css"),
            "swagger-ui.css", read(ASSETS + "swagger-ui.css"),
            "favicon-32x32.png", read(ASSETS + "favicon-32x32.png"));

    @Get("/openapi.yaml")
    HttpResponse<?> document(HttpRequest<?> request) {
        return FileResponse.of(request, document);
    }

    @Get("/swagger-ui")
    HttpResponse<?> page(HttpRequest<?> request) {
        return FileResponse.of(request, page).header("Content-Security-Policy", PAGE_POLICY);
    }

    @Get("/swagger-ui/{name}")
    HttpResponse<?> asset(HttpRequest<?> request, String name) {
        StaticFile asset = assets.get(name);
        if (asset == null) {
            throw ApiException.notFound();
        }
        return FileResponse.of(request, asset);
    }

    /** Swagger UI's scripts are large, and nobody asks for a part of them. */
    private static StaticFile read(String path) {
        return PackagedFile.read(path).compressible();
    }
}
