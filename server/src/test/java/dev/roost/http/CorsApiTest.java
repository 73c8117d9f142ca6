package dev.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With CORS_ALLOWED_ORIGINS; without, see ProblemApiTest. */
class CorsApiTest extends ApiTest {

    private static final String FRIEND = "https://shop.example.com";
    private static final String PRODUCTS = "/api/v1/products";

    @Override
    protected Map<String, String> settings() {
        return Map.of("CORS_ALLOWED_ORIGINS", FRIEND + ", http://localhost:3000");
    }

    @ParameterizedTest
    @CsvSource({"/api/healthz, 200", "/api/v1/products, 401", "/nowhere, 404", "/app/style.css, 200"})
    void letsPagesOfAnAllowedOriginReadAnyAnswer(String path, int status) {
        for (String origin : List.of(FRIEND, "http://localhost:3000")) {
            var answer = RawHttp.send(port(), "GET", path, "Origin: " + origin);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(origin);
            assertThat(answer.head()).contains("\r\nVary: Origin");
            assertThat(list(answer, "Access-Control-Expose-Headers"))
                    .contains("X-Request-Id", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining")
                    .contains("RateLimit-Reset", "Location", "Link", "ETag");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/openapi.yaml"})
    void addsToWhatElseAnAnswerVariesBy(String path) {
        var answer = RawHttp.send(port(), "GET", path, "Origin: " + FRIEND);

        assertThat(answer.head().lines().filter(line -> line.startsWith("Vary: ")))
                .extracting(line -> line.substring("Vary: ".length()))
                .containsExactlyInAnyOrder("Origin", "Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%zz", "/api/v1/products"})
    void letsThemReadWhatIsRefusedEarly(String path) {
        var answer = RawHttp.exchange(
                port(), "GET %s HTTP/1.1\r\nOrigin: %s\r\nHost: a\r\nX: a b\0\r\n\r\n".formatted(path, FRIEND));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(FRIEND);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/products, POST, 'Authorization,Content-Type,X-Request-Id,Idempotency-Key'",
        "/api/v1/products/1, PATCH, 'authorization,content-type,if-match,if-none-match'",
        "/api/chirps/1, DELETE, authorization"
    })
    void answersAPreflight(String path, String method, String headers) {
        var answer = preflight(FRIEND, path, method, headers);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(FRIEND);
        assertThat(answer.header("Access-Control-Allow-Methods")).hasValue(method);
        assertThat(list(answer, "Access-Control-Allow-Headers")).containsExactly(headers.split(","));
        assertThat(answer.header("Access-Control-Max-Age")).isPresent();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @CsvSource({"PUT, authorization", "POST, x-forwarded-user"})
    void refusesAPreflightOfWhatIsNotAllowed(String method, String headers) {
        var answer = preflight(FRIEND, PRODUCTS, method, headers);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"detail\":\"pages of other origins may not send this\"")
                .contains("\"request_id\":\"%s\""
                        .formatted(answer.header("X-Request-Id").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example.com",
                "https://shop.example.com:8443",
                "https://shop.example.com.evil.example",
                "https://SHOP.example.com",
                "http://localhost",
                "null",
                "*"
            })
    void answersAForeignOriginLikeNone(String origin) {
        var foreign = RawHttp.send(port(), "GET", PRODUCTS, "X-Request-Id: same", "Origin: " + origin);
        var none = RawHttp.send(port(), "GET", PRODUCTS, "X-Request-Id: same");

        assertThat(withoutWhatPasses(foreign))
                .isEqualTo(withoutWhatPasses(none))
                .doesNotContain("Access-Control");
        assertThat(foreign.body()).isEqualTo(none.body());
        assertThat(preflight(origin, PRODUCTS, "POST", "authorization").head())
                .startsWith("HTTP/1.1 405 ")
                .doesNotContain("Access-Control");
    }

    @Test
    void answersAMethodThatIsNotThereAsUsual() {
        var answer = RawHttp.send(port(), "TRACE", PRODUCTS, "Origin: " + FRIEND);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isPresent();
    }

    private RawHttp.Answer preflight(String origin, String path, String method, String headers) {
        return RawHttp.send(
                port(),
                "OPTIONS",
                path,
                "Origin: " + origin,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: " + headers);
    }

    private static String withoutWhatPasses(RawHttp.Answer answer) {
        return answer.head().replaceAll("(?mi)^(date|ratelimit-.*): .*$", "");
    }

    private static List<String> list(RawHttp.Answer answer, String header) {
        return List.of(answer.header(header).orElseThrow().split(","));
    }
}
