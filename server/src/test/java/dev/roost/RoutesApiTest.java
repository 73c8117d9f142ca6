package dev.roost;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing has one path, and each path the methods that it says. */
class RoutesApiTest extends ApiTest {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

    @Inject
    private Router router;

    @Test
    void answer405WithWhatIsAllowedToEveryOtherMethod() {
        var answers = new SoftAssertions();
        methodsOfPaths().forEach((path, allowed) -> {
            var others = new HashSet<>(METHODS);
            others.removeAll(allowed);
            for (String method : others) {
                var answer = RawHttp.send(port(), method, path);
                answers.assertThat(answer.status()).as("%s %s", method, path).isEqualTo(405);
                answers.assertThat(answer.header("Allow").orElse("").split(","))
                        .as("Allow of %s %s", method, path)
                        .containsExactlyInAnyOrderElementsOf(allowed);
            }
        });
        answers.assertAll();
    }

    @Test
    void areThoseOfTheDocument() {
        assertThat(router.uriRoutes()
                        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                        .map(route -> route.getHttpMethodName() + " "
                                + route.getUriMatchTemplate().toPathString())
                        .filter(route -> !DocumentedApi.isUndocumented(route.substring(route.indexOf(' ') + 1)))
                        .collect(Collectors.toSet()))
                .isEqualTo(DocumentedApi.operations());
    }

    private Map<String, Set<String>> methodsOfPaths() {
        return router.uriRoutes()
                .collect(Collectors.groupingBy(
                        route -> route.getUriMatchTemplate().toPathString().replaceFirst("\\{.+}", "1"),
                        Collectors.mapping(route -> route.getHttpMethodName(), Collectors.toSet())));
    }

    /** Those that are 404 are no way to the thing, the others are decided like the plain path, which needs a token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api//v1//products",
                "/api//v1/products",
                "/API/v1/products",
                "/api/v1/Products",
                "/api/v1/products;x=y",
                "/api/v1;x=y/products",
                "/api/v1/products/1;x=y",
                "/api/v1/%70roducts",
                "/%61pi/v1/products",
                "/api/v1/products%2f1",
                "/api/v1/products%5c1",
                "/api/v1/products%3fx",
                "/api/v1/products%00",
                "/api/v1/products%20",
                "/api/%2e%2e/api/v1/products",
                "/api/../api/v1/products",
                "/./api/v1/products",
                "/api/v1/products/",
                "/api/v1/products/.",
                "/api/v1/products/..",
                "/api/v1/products/%2e",
                "/api/v1/products/%31"
            })
    void haveNoSpellingThatIsAWayAroundTheirRules(String path) {
        assertThat(RawHttp.send(port(), "GET", path).status()).isIn(401, 404);
        assertThat(RawHttp.send(port(), "DELETE", path).status()).isIn(401, 404, 405);
    }
}
