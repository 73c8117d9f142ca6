package dev.roost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.client.gen.ApiException;
import dev.roost.client.gen.api.HealthApi;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** What lies around the API: its document, health, the site, the webhook, and what every answer says to browsers. */
@Tag("site")
@ExtendWith(DeploymentExtension.class)
class SiteContract {

    private final Deployment deployment;

    SiteContract(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void servesADocumentThatBreaksNoClientOfThisContract() {
        var answer = deployment.get("/openapi.yaml");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OpenApiCompare.fromContents(Contract.DOCUMENT, answer.body()).isCompatible())
                .isTrue();
    }

    @Test
    void isHealthy() throws ApiException {
        assertThat(new HealthApi(deployment.nobody().generated()).checkHealth().join())
                .isEqualTo("OK");
        assertThat(deployment.get("/api/healthz").headers().firstValue("Content-Type"))
                .contains("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void answersProbes(String path) {
        assertThat(deployment.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsHowOftenItWasVisited() {
        var page = deployment.get("/admin/metrics");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("<h1>Welcome, Chirpy Admin</h1>")
                .containsPattern("<p>Chirpy has been visited \\d+ times!</p>");
    }

    @Test
    void leadsToTheSite() {
        var answer = deployment.get("/app");

        assertThat(answer.statusCode()).isBetween(300, 399);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/app/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/%2e%2e/%2e%2e/etc/passwd",
                "/app/..%2f..%2fetc%2fpasswd",
                "/app/..%5c..%5cetc%5cpasswd",
                "/app/%00",
                "/app/.env"
            })
    void servesNothingOutsideOfTheSite(String path) {
        assertThat(deployment.get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ApiKey", "ApiKey wrong", "Bearer wrong"})
    void takesNoEventFromWhoDoesNotHavePolkasKey(String authorization) {
        var headers = authorization.isEmpty()
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "Authorization", authorization);

        assertThat(deployment
                        .send("POST", "/api/polka/webhooks", "{\"event\":\"user.downgraded\"}", headers)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsBrowsersToBeCareful() {
        var headers = deployment.get("/api/chirps?limit=1").headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void allowsNoForeignOrigin() {
        var headers = deployment
                .send("GET", "/api/chirps?limit=1", "", Map.of("Origin", "https://foreign.invalid"))
                .headers();

        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
