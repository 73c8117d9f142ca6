package dev.roost.http.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that two readers could understand differently is refused, and nothing behind it is read. */
class StrictRequestsApiTest extends ApiTest {

    private static final String GET = "GET /api/v1/products HTTP/1.1\r\n";
    private static final String POST =
            "POST /api/v1/auth/register HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String BEHIND = "GET /api/healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/products HTTP/9.9",
                "GET /api/v1/products HTTP/2.0",
                "GET /api/v1/products HTTP/1.2",
                "GET /api/v1/products HTTP/1.10",
                "GET /api/v1/products http/1.1",
                "GET /api/v1/products",
                "GET /api/v1/products\rHTTP/1.1",
                "GET /api/v1/prod\0ucts HTTP/1.1",
                "GET /api/v1/prod ucts HTTP/1.1",
                "GET /api/v1/\u00ff HTTP/1.1",
                "get /api/v1/products HTTP/1.1",
                " GET /api/v1/products HTTP/1.1",
                "GET  /api/v1/products HTTP/1.1",
                "GET\t/api/v1/products\tHTTP/1.1",
                "M-SEARCH /api/v1/products HTTP/3",
                "GET http://a/api/v1/products HTTP/9.9",
                "GET HTTPS://u:p@a:1/api/v1/%zz HTTP/1.1"
            })
    void refusesAnOddRequestLine(String line) {
        assertRefused(line + "\r\nHost: a\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " GET / HTTP/1.1",
                "GET  / HTTP/1.1",
                "GET\t/\tHTTP/1.1",
                "G(T / HTTP/1.1",
                "get / HTTP/1.1",
                "GET livez HTTP/1.1",
                "CONNECT localhost:443 HTTP/1.1",
                "PRI * HTTP/2.0",
                "\u0016\u0003\u0001\u0002\u0000\u0001"
            })
    void refusesALineInWhichNoPathCanBeTold(String line) {
        var answer = RawHttp.exchange(port(), line + "\r\nHost: a\r\n\r\n" + BEHIND);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":").doesNotContain("HTTP/1.1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: a\r\nHost: a\r\n",
                "Host: a\r\nHost: b\r\n",
                "Host: a b\r\n",
                "Host: a/b\r\n",
                "Host: a@b\r\n",
                "Host: a,b\r\nHost: a\r\n",
                "Host: [::1\r\n"
            })
    void refusesARequestWithoutExactlyOneHost(String fields) {
        assertRefused(GET + fields + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: a\r\n b\r\n",
                "X: a\r\n\tb\r\n",
                "X: a\n",
                "X: a\rY: b\r\n",
                "X: a\0b\r\n",
                "X: a\u0001b\r\n",
                "X: a\u007fb\r\n",
                "X\0: a\r\n",
                "X : a\r\n",
                ": a\r\n",
                "X\r\n"
            })
    void refusesAnOddField(String field) {
        assertRefused(GET + "Host: a\r\n" + field + "\r\n");
    }

    /** Whatever of it has come when, which Netty reads in pieces. */
    @Test
    void refusesAFieldThatIsFoldedInAnotherPiece() throws Exception {
        try (var socket = RawHttp.connect(port())) {
            for (String piece : new String[] {GET + "Host: a\r\nX: a\r\n", " b\r\n\r\n"}) {
                socket.getOutputStream().write(piece.getBytes(US_ASCII));
                Thread.sleep(100);
            }
            assertThat(RawHttp.Answer.readFrom(socket).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", ""})
    void refusesTwoTypesOfABody(String second) {
        assertRefused(POST + "Content-Type: " + second + "\r\nContent-Length: 2\r\n\r\n{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: \"chunked\"\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "Transfer-Encoding:\r\n",
                "Transfer-Encoding: identity\r\nContent-Length: 2\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n",
                "Content-Length: 2\r\nContent-Length: 2\r\n",
                "Content-Length: 2, 2\r\n",
                "Content-Length: +2\r\n",
                "Content-Length: -2\r\n",
                "Content-Length: 0x2\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length:\r\n"
            })
    void refusesABodyOfWhichTheEndIsNotClear(String fields) {
        assertRefused(POST + fields + "\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\r\nContent-Length: 3\r\n", "Content-Length: 2, 3\r\n"})
    void refusesTwoLengthsInHttp10(String fields) {
        assertRefused(POST.replace("HTTP/1.1", "HTTP/1.0") + fields + "\r\n{} ");
    }

    @Test
    void refusesChunksInHttp10() {
        assertRefused(POST.replace("HTTP/1.1", "HTTP/1.0") + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    /** Read up to the fault, it would be a good body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1$x\r\n%2$sx0\r\n\r\n",
                "%1$x\r\n%2$s\r\nzz\r\n\r\n",
                "%1$x\r\n%2$s\r\n0\r\nX\0: a\r\n\r\n",
                "0x%1$x\r\n%2$s\r\n0\r\n\r\n",
                "-%1$x\r\n%2$s\r\n0\r\n\r\n",
                "ffffffff%1$x\r\n%2$s\r\n0\r\n\r\n",
                "%1$x x\r\n%2$s\r\n0\r\n\r\n",
                "%1$x\rx\r\n%2$s\r\n0\r\n\r\n",
                "%1$x;a\rx\r\n%2$s\r\n0\r\n\r\n",
                "%1$x\r\n%2$s\r\n0\0\r\n\r\n",
                "%1$x\r\n%2$s\r\n0\r\nContent-Length: \u0001\r\n\r\n",
                "%1$x\r\n%2$s\r\n0\r\nTransfer-Encoding: a\rb\r\n\r\n",
                "%1$x\n%2$s\n0\n\n"
            })
    void refusesABodyWithABrokenChunk(String chunks) {
        String body = credentials("chunked@example.com", "correct horse 1");

        assertRefused(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks.formatted(body.length(), body));
        assertThat(query("SELECT count(*) FROM accounts WHERE email = 'chunked@example.com'"))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n" + GET + "Host: a\r\n",
                GET + "Host: localhost:8080\r\n",
                GET + "Host: [::1]:8080\r\n",
                GET + "Host:\r\n",
                "GET /api/v1/products HTTP/1.0\r\n",
                "GET http://a/api/v1/products HTTP/1.1\r\nHost: a\r\n",
                GET + "Host: a\r\nX:\r\nY:   \u00e4 \t b  \r\n"
            })
    void readsWhatIsUnusualButClear(String head) {
        assertThat(RawHttp.exchange(port(), head + "Connection: close\r\n\r\n").status())
                .isEqualTo(401);
    }

    /** Micronaut would fail at them. */
    @ParameterizedTest
    @ValueSource(strings = {",", ";", ",;", ";q=1", "*", "-", "\u00ff", ""})
    void doesNotCareForLanguagesAndCharsets(String preference) {
        for (String name : new String[] {"Accept-Language", "Accept-Charset"}) {
            String field = name + ": " + preference + "\r\nConnection: close\r\n\r\n";

            assertThat(RawHttp.exchange(port(), GET + "Host: a\r\n" + field).status())
                    .isEqualTo(401);
            assertThat(RawHttp.exchange(port(), GET + "Host: a b\r\n" + field).status())
                    .isEqualTo(400);
            assertThat(RawHttp.exchange(port(), "GET /api/chirps HTTP/1.1\r\nHost: a\r\n" + field)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void readsChunksInAnyCaseAndWithExtensions() {
        var answer = RawHttp.exchange(
                port(),
                POST + "Connection: close\r\nTransfer-Encoding: CHUNKED\r\n\r\n2;a=\"b\"\r\n{}\r\n0\r\nX: y\r\n\r\n");

        assertThat(answer.status()).isEqualTo(422);
    }

    /** The path is told from what can be read of it. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/%zz, code",
        "/api/v1/products/%, code",
        "/api/v1/{id}, code",
        "/api/v1/products#part, code",
        "/api/v1/products?a=%zz, code",
        "/api/%zz, error",
        "/app/%zz, error",
        "/%zz, error"
    })
    void refusesATargetThatIsNoUri(String target, String member) {
        var answer = RawHttp.exchange(port(), "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n" + BEHIND);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + member + "\":").doesNotContain("HTTP/1.1 ");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/, code", "/api/, error"})
    void tellsTheDoorOfWhatIsTooLong(String path, String member) {
        String endless = "x".repeat(65_536);

        var line = RawHttp.exchange(port(), "GET " + path + endless + " HTTP/1.1\r\nHost: a\r\n\r\n");
        var fields = RawHttp.exchange(port(), "GET " + path + " HTTP/1.1\r\nHost: a\r\nX: " + endless + "\r\n\r\n");

        assertThat(line.status()).isEqualTo(414);
        assertThat(fields.status()).isEqualTo(431);
        assertThat(line.body()).contains("\"" + member + "\":");
        assertThat(fields.body()).contains("\"" + member + "\":");
    }

    @Test
    void answersAHeadRequestWithoutABody() {
        var answer = RawHttp.exchange(port(), "HEAD / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(65_536) + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void doesNotChangeToHttp2() {
        var answer = RawHttp.exchange(
                port(),
                GET + "Host: a\r\nConnection: close\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                        + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");

        assertThat(answer.status()).isEqualTo(401);
    }

    /** Asserts that a request is refused as one that cannot be read, and the connection ended. */
    private void assertRefused(String request) {
        var answer = RawHttp.exchange(port(), request + BEHIND);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Connection")).hasValue("close");
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.body())
                .contains("\"type\":\"/problems#malformed-request\"", "\"code\":400", "\"message\":")
                .contains("\"request_id\":\"%s\""
                        .formatted(answer.header("X-Request-Id").orElseThrow()))
                .doesNotContain("HTTP/1.1 ");
    }
}
