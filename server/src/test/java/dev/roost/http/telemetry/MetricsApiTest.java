package dev.roost.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import io.micronaut.context.annotation.Property;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics, and the port that has them and nothing else. */
class MetricsApiTest extends ApiTest {

    private static final Pattern SERIES = Pattern.compile("(?m)^http_server_requests_seconds_count(\\{.+}) ");

    @Inject
    private Router router;

    @Property(name = "endpoints.all.port")
    private int managementPort;

    @Override
    protected Map<String, String> settings() {
        return Map.of("MANAGEMENT_PORT", "0", "PASSWORD_HASH", "argon2id"); // The hash only because it is quicker.
    }

    @Test
    void areTextForPrometheus() {
        HttpResponse<String> metrics = exchange(management("GET", "/prometheus"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4");
        assertThat(metrics.body())
                .contains(
                        "\nhikaricp_connections_pending{",
                        "\njvm_memory_used_bytes{",
                        "\nlogback_events_total{",
                        "\nprocess_cpu_usage ",
                        "\nroost_password_hashing_active ",
                        "\nroost_password_hashing_rejected_total ",
                        "\nroost_password_hashing_waiting ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/prometheus",
                "/metrics",
                "/health",
                "/beans",
                "/env",
                "/loggers",
                "/routes",
                "/heapdump",
                "/threaddump",
                "/stop",
                "/refresh",
                "/info"
            })
    void areNotOnThePublicPortNorIsAnythingElseOfTheInside(String path) {
        assertThat(get(path, null).status()).isEqualTo(404);
        assertThat(get(path, accounts.create().token()).status()).isEqualTo(404);
        assertThat(post(path, null, "{}").status()).isEqualTo(404);
    }

    @Test
    void areAllThatTheirPortHas() {
        var answers = new SoftAssertions();
        router.uriRoutes()
                .filter(route -> route.getPort() == null)
                .map(route -> management(
                        route.getHttpMethodName(),
                        route.getUriMatchTemplate().toPathString().replaceAll("\\{.+?}", "1")))
                .forEach(request -> answers.assertThat(exchange(request).statusCode())
                        .as(request.build().toString())
                        .isEqualTo(404));
        answers.assertAll();

        assertThat(router.uriRoutes().filter(route -> route.getPort() != null).map(route -> route.getUriMatchTemplate()
                        .toPathString()))
                .containsOnly("/prometheus");
    }

    @Test
    void countRequestsByMethodRouteAndStatus() {
        String token = accounts.create().token();
        get("/api/v1/products/1", token);
        get("/api/v1/products", null);
        get("/app", null);
        get("/test/failure", null);
        post("/api/v1/auth/login", null, "{");

        assertThat(series())
                .contains(
                        "{method=\"GET\",status=\"404\",uri=\"/api/v1/products/{id}\"}",
                        "{method=\"GET\",status=\"401\",uri=\"/api/v1/products\"}",
                        "{method=\"GET\",status=\"301\",uri=\"/app\"}",
                        "{method=\"GET\",status=\"500\",uri=\"/test/failure\"}",
                        "{method=\"POST\",status=\"400\",uri=\"/api/v1/auth/login\"}");
    }

    @Test
    void doNotGrowWithWhatClientsMakeUp() {
        String token = accounts.create().token();
        makeUp(token);
        series(); // What reads them is counted too.
        List<String> before = series();

        makeUp(token);
        makeUp(token);

        assertThat(series()).isEqualTo(before);
    }

    private void makeUp(String token) {
        String random = UUID.randomUUID().toString().replace("-", "");
        exchange(request("/" + random));
        exchange(request("/api/chirps/" + random + "?" + random));
        exchange(request("/app/" + random + ".html"));
        exchange(request("/").method("BREW" + random, BodyPublishers.noBody()));
        get("/api/v1/products/" + random.hashCode(), token);
        exchange(management("GET", "/" + random));
    }

    @Test
    void holdNothingThatIsSecret() {
        var account = accounts.create();
        get("/api/v1/products?q=marked-query", account.token());
        post("/api/v1/auth/login", null, credentials("marked@example.com", "marked password"));

        assertThat(exchange(management("GET", "/prometheus")).body())
                .doesNotContain(JWT_SECRET, POLKA_KEY, account.token(), "marked", "postgres");
    }

    private List<String> series() {
        return SERIES.matcher(exchange(management("GET", "/prometheus")).body())
                .results()
                .map((MatchResult line) -> line.group(1))
                .sorted()
                .toList();
    }

    private HttpRequest.Builder management(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(managementPort, path)))
                .method(method, BodyPublishers.noBody());
    }
}
