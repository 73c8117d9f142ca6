package dev.roost.http.staticfiles;

import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;

/** The site over HTTP. */
@Hidden
@Controller("/app")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
class SiteController {

    private static final String PAGE_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private static final String ROOT = "/app/";

    private final Site site;

    SiteController(Site site) {
        this.site = site;
    }

    /** Answers {@code /app} and {@code /app/}, which are one to the router. */
    @Get
    HttpResponse<?> root(HttpRequest<?> request) {
        return request.getUri().getRawPath().equals("/app") ? redirectIntoFolder(request) : file(request, "");
    }

    /**
     * Answers with a file, or leads into a folder.
     *
     * @param routed what the router makes of the path, which is not read: only as it was sent is it sure what it names
     */
    @Get("/{routed:.+}")
    HttpResponse<?> file(HttpRequest<?> request, String routed) {
        List<String> names = SitePath.read(request.getUri().getRawPath().substring(ROOT.length()));
        Optional<MutableHttpResponse<?>> response = FileResponse.of(request, () -> site.find(names));
        if (response.isPresent()) {
            return response.get().header("Content-Security-Policy", PAGE_POLICY);
        }
        if (site.find(SitePath.indexBelow(names)) != null) {
            return redirectIntoFolder(request);
        }
        throw ApiException.notFound();
    }

    private static MutableHttpResponse<?> redirectIntoFolder(HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        return HttpResponse.status(HttpStatus.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, request.getUri().getRawPath() + "/" + (query == null ? "" : "?" + query));
    }
}
