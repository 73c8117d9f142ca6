package dev.roost.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ServiceProcess;
import dev.roost.TestDatabase;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with its metrics on and with OpenTelemetry's agent, which one setting puts into it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelemetryIT {

    private static final String DATABASE =
            TestDatabase.create().replaceFirst("postgres://postgres@", "jdbc:postgresql://")
                    + "?user=postgres&password=marked-database-password";

    private final HttpClient client = HttpClient.newHttpClient();
    private final TraceReceiver receiver = new TraceReceiver();

    private ServiceProcess service;
    private String url;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        service = new ServiceProcess(
                directory,
                Map.ofEntries(
                        Map.entry(
                                "JAVA_TOOL_OPTIONS",
                                "-javaagent:"
                                        + Path.of("target/otel/opentelemetry-javaagent.jar")
                                                .toAbsolutePath()),
                        Map.entry("MICRONAUT_SERVER_CONTEXT_PATH", "/moved"),
                        Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint()),
                        Map.entry("OTEL_METRICS_EXPORTER", "none"),
                        Map.entry("OTEL_LOGS_EXPORTER", "none"),
                        Map.entry("OTEL_BSP_SCHEDULE_DELAY", "100"),
                        Map.entry("PORT", "0"),
                        Map.entry("MANAGEMENT_PORT", "0"),
                        Map.entry("DATABASE_URL", DATABASE),
                        Map.entry("JWT_SECRET", "marked-secret-of-thirty-two-bytes"),
                        Map.entry("POLKA_KEY", "marked-key")));
        url = service.awaitOutput("Swagger UI: (http://localhost:\\d+)/");
    }

    @AfterAll
    void end() {
        service.close();
        receiver.close();
    }

    @Test
    void followsARequestToItsSqlAndTellsNoSecret() throws Exception {
        String token = register();
        get(url + "/api/v1/products/4711", "Authorization", "Bearer " + token, "X-Request-Id", "followed");

        Span request = receiver.await("GET /api/v1/products/{id}");
        assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(TraceReceiver.attribute(request, "http.route")).isEqualTo("/api/v1/products/{id}");
        assertThat(TraceReceiver.attribute(request, "roost.request_id")).isEqualTo("followed");
        assertThat(receiver.spans())
                .filteredOn(span -> span.getTraceId().equals(request.getTraceId())
                        && span.getParentSpanId().equals(request.getSpanId()))
                .anySatisfy(span -> assertThat(TraceReceiver.attribute(span, "db.statement"))
                        .startsWith("SELECT id, user_id, name,")
                        .contains("FROM products WHERE id = ANY(?)"));

        String traceId = HexFormat.of().formatHex(request.getTraceId().toByteArray());
        service.awaitOutput("(?=.*\"request_id\":\"followed\").*\"trace_id\":\"(%s)\"".formatted(traceId));

        receiver.await("POST /api/v1/auth/register");
        assertThat(receiver.toString())
                .contains("INSERT INTO accounts")
                .doesNotContain("marked")
                .doesNotContain(token)
                .doesNotContain("Bearer");
    }

    @Test
    void saysWhereItsMetricsAre() throws Exception {
        String metrics = service.awaitOutput("Metrics: (http://localhost:\\d+/prometheus)");

        assertThat(get(metrics)).contains("jvm_memory_used_bytes{");
        assertThat(get(url + "/prometheus")).contains("\"status\":404");
    }

    /** Micronaut by itself would take any variable for the property of its name. */
    @Test
    void heedsNoVariableThatIsNoSetting() throws Exception {
        assertThat(get(url + "/api/healthz")).isEqualTo("OK");
    }

    private String register() throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(url + "/api/v1/auth/register"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        "{\"email\":\"marked@example.com\",\"password\":\"marked password\"}"))
                                .build(),
                        BodyHandlers.ofString())
                .body()
                .replaceFirst("(?s).*\"access_token\":\"([^\"]+).*", "$1");
    }

    private String get(String address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
