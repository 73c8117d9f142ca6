package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the client asks and how it takes answers that the real service does not give on demand. */
class RoostClientTest {

    private static final String TOKEN = "e30.e30.c2lnbmF0dXJl";

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        url = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequestException",
        "401, UnauthenticatedException",
        "403, ForbiddenException",
        "404, NotFoundException",
        "409, ProblemException",
        "422, ValidationFailedException",
        "429, TooManyRequestsException",
        "500, ProblemException",
        "503, ServiceUnavailableException"
    })
    void throwsTheExceptionOfTheStatus(int status, String exception) {
        answer(status, "application/problem+json", """
                {"type": "/problems#kind", "title": "Kind", "status": %d, "detail": "why", "request_id": "r1"}""".formatted(status));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client().products().list())
                .withMessage("%d Kind: why (request r1)", status)
                .satisfies(refusal ->
                        assertThat(refusal.getClass().getSimpleName()).isEqualTo(exception));
    }

    @ParameterizedTest
    @CsvSource({"429, 42, PT42S", "503, 1, PT1S", "429, 'Wed, 21 Oct 2026 07:28:00 GMT',", "429, '',", "404, 42,"})
    void aRefusalSaysHowLongToWait(int status, String header, @Nullable Duration wait) {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", header);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client().products().list())
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Optional.ofNullable(wait)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h1>Bad gateway</h1>", "", "[]", "{}", "{\"status\": \"bad\"}"})
    void aRefusalThatIsNoProblemDocumentHasItsStatus(String body) {
        answer(502, "text/html", body);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client().products().list())
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(502);
                    assertThat(refusal.type()).isEqualTo("about:blank");
                    assertThat(refusal.title()).isEqualTo("HTTP 502");
                    assertThat(refusal.requestId()).isEqualTo("of-the-header");
                    assertThat(refusal.errors()).isEmpty();
                });
    }

    @Test
    void throwsWhenNobodyListens() {
        server.stop(0);

        assertThatExceptionOfType(RoostConnectionException.class)
                .isThrownBy(() -> client().products().list())
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void throwsWhenTheAnswerTakesTooLong() {
        server.createContext("/", exchange -> {});
        var client = RoostClient.builder()
                .baseUrl(url)
                .timeout(Duration.ofMillis(50))
                .build();

        assertThatExceptionOfType(RoostConnectionException.class)
                .isThrownBy(() -> client.products().list())
                .withCauseInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void throwsWhenTheAnswerCannotBeRead() {
        answer(200, "application/json", "<h1>Welcome</h1>");

        assertThatExceptionOfType(RoostConnectionException.class)
                .isThrownBy(() -> client().products().list())
                .withCauseInstanceOf(JsonProcessingException.class);
    }

    @Test
    void leavesAnInterruptedThreadInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(RoostConnectionException.class)
                .isThrownBy(() -> client().products().list())
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void sendsItsAccessToken() {
        answer(204, "application/json", "");

        client().products().delete(42);
        client().withAccessToken(TOKEN).products().delete(42);

        assertThat(requests)
                .containsExactly("DELETE /api/v1/products/42 null", "DELETE /api/v1/products/42 Bearer " + TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "/, ''", "/roost, /roost", "/roost/, /roost"})
    void theBaseUrlMayHaveAPathAndMayEndInASlash(String end, String path) {
        answer(204, "application/json", "");

        RoostClient.builder()
                .baseUrl(url + end)
                .build()
                .withAccessToken(TOKEN)
                .products()
                .delete(42);

        assertThat(requests).containsExactly("DELETE " + path + "/api/v1/products/42 Bearer " + TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "/api", "ftp://localhost", "http:"})
    void refusesABaseUrlThatIsNone(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoostClient.builder().baseUrl(baseUrl));
    }

    @Test
    void needsABaseUrl() {
        assertThatNullPointerException().isThrownBy(() -> RoostClient.builder().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\n", "sec ret", "", "sécret"})
    void refusesWhatCanBeNoAccessTokenAndDoesNotRepeatIt(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().withAccessToken(token))
                .withMessage("what was given can be no access token");
    }

    @Test
    void doesNotPrintItsAccessToken() {
        assertThat(client().withAccessToken(TOKEN)).hasToString("RoostClient[" + url + "]");
    }

    private RoostClient client() {
        return RoostClient.builder().baseUrl(url).build();
    }

    private void answer(int status, String type, String body) {
        server.createContext("/", exchange -> {
            requests.add(describe(exchange));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("X-Request-Id", "of-the-header");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String describe(HttpExchange exchange) {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization");
    }
}
