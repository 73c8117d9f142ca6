package dev.roost.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationApiTest extends ApiTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/openapi.yaml|application/yaml",
                "/swagger-ui|text/html; charset=utf-8",
                "/swagger-ui/|text/html; charset=utf-8",
                "/swagger-ui/initializer.js|text/javascript; charset=utf-8",
                "/swagger-ui/swagger-ui-bundle.js|text/javascript; charset=utf-8",
                "/swagger-ui/swagger-ui.css|text/css; charset=utf-8"
            })
    void servesTheDocumentAndThePageToEverybody(String path, String mediaType) {
        var response = exchange(request(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(mediaType);
        assertThat(response.body()).isNotBlank();
    }

    @Test
    void servesTheContractOfTheProducts() {
        assertThat(exchange(request("/openapi.yaml")).body()).contains("operationId: createProduct");
    }

    @Test
    void answers304ToWhoHasTheFile() {
        String tag =
                exchange(request("/openapi.yaml")).headers().firstValue("ETag").orElseThrow();

        var again = exchange(request("/openapi.yaml").header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(exchange(request("/openapi.yaml").header("If-None-Match", "\"other\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui/index.html",
                "/swagger-ui/roost.yml",
                "/swagger-ui/../application.properties",
                "/swagger-ui/..%2fapplication.properties",
                "/swagger-ui/%2e%2e/application.properties",
                "/swagger-ui/..%5capplication.properties",
                "/swagger-ui/swagger-ui.css%00",
                "/swagger-ui/res/index.css",
                "/swagger/roost.yml",
                "/META-INF/swagger/roost.yml"
            })
    void servesNothingElse(String path) {
        assertThat(exchange(request(path)).statusCode()).isIn(400, 404);
    }

    @Test
    void isReadOnly() {
        assertThat(send(request("/openapi.yaml").POST(BodyPublishers.noBody())).status())
                .isEqualTo(405);
    }

    @Test
    void letsThePageLoadAndCallNothingButThisService() {
        assertThat(exchange(request("/swagger-ui/")).headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
}
