package dev.roost.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to HEAD is the head of the one to GET (RFC 9110, section 9.3.2). */
class HeadRequestsApiTest extends ApiTest {

    private static final String LAST = "GET /api/healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    private String token = "";
    private String product = "";

    @BeforeAll
    void fill() {
        token = accounts.create().token();
        product = "/api/v1/products/"
                + post("/api/v1/products", token, "{\"name\":\"Lamp\",\"price\":1}")
                        .member("id");
        IntStream.range(0, 20).forEach(i -> post("/api/chirps", token, "{\"body\":\"Hello\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/healthz",
                "/livez",
                "/readyz",
                "/api/chirps",
                "/api/chirps/1",
                "/api/chirps/0198c0de-0000-7000-8000-000000000000",
                "/api/v1/products",
                "/api/v1/products/x",
                "/api/users",
                "/admin/metrics",
                "/problems",
                "/openapi.yaml",
                "/app",
                "/app/",
                "/app/assets/logo.png",
                "/app/nothing",
                "/swagger-ui/",
                "/test/failure",
                "/nowhere"
            })
    void hasTheFieldsOfGet(String path) {
        assertHead(path, "X-Request-Id: same");
        assertHead(path, "X-Request-Id: same", "Accept-Encoding: gzip");
    }

    @Test
    void hasTheFieldsOfGetWhereATokenIsNeeded() {
        String authorization = "Authorization: Bearer " + token;

        assertHead("/api/v1/products", "X-Request-Id: same", authorization);
        assertHead("/api/v1/products?limit=1000", "X-Request-Id: same", authorization, "Accept-Encoding: gzip");
        assertHead(product, "X-Request-Id: same", authorization);
        assertHead(product, "X-Request-Id: same", authorization, "If-None-Match: *");
    }

    private void assertHead(String path, String... fields) {
        var get = RawHttp.send(port(), "GET", path, fields);
        var head = RawHttp.send(port(), "HEAD", path, fields);

        assertThat(head.body()).isEmpty();
        assertThat(withoutWhatPasses(head)).isEqualTo(withoutWhatPasses(get));
    }

    /** Without its content, nothing is sent in chunks. */
    private static String withoutWhatPasses(RawHttp.Answer answer) {
        return answer.head().replaceAll("(?mi)^(date|ratelimit-.*|transfer-encoding): .*\\R", "");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/healthz, 200",
        "/api/chirps, 200",
        "/api/v1/products, 401",
        "/nowhere, 404",
        "/app/style.css, 200",
        "/openapi.yaml, 200",
        "/test/slow/pause/0, 200"
    })
    void leavesTheConnectionUsable(String path, int status) {
        for (String coding : new String[] {"identity", "gzip"}) {
            String head = "HEAD %s HTTP/1.1\r\nHost: a\r\nAccept-Encoding: %s\r\n\r\n".formatted(path, coding);

            var answer = RawHttp.exchange(port(), head + head + LAST);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Connection")).isEmpty();
            assertThat(answer.body()).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\nOK");
        }
    }
}
