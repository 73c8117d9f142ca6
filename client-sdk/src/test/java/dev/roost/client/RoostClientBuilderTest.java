package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoostClientBuilderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "/api",
                "ftp://localhost",
                "http:",
                "http://u:p@localhost",
                "http://h?q",
                "http://h#f"
            })
    void refusesABaseUrlThatIsNone(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoostClient.builder().baseUrl(baseUrl));
    }

    @Test
    void needsABaseUrl() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RoostClient.builder().build())
                .withMessageContaining("baseUrl");
    }

    @Test
    void eachClientThatItBuildsHasASessionOfItsOwn() {
        try (var server = FaultyServer.thatAnswers(
                Answer.json("{\"access_token\": \"a\", \"refresh_token\": \"r\", \"expires_in\": 3600}"),
                Answer.of(204))) {
            var builder = RoostClient.builder().baseUrl(server.url());
            var other = builder.build();
            builder.build().accounts().logIn("dev@example.com", "correct horse battery");

            other.products().delete(42);

            assertThat(server.requests()).extracting(Request::authorization).containsOnlyNulls();
        }
    }

    @Test
    void anEnvironmentsConnectTimeoutIsNotForTheCallersHttpClient() {
        var builder = RoostClient.builder().baseUrl("http://localhost").httpClient(HttpClient.newHttpClient());
        new Environment(Map.of("ROOST_CONNECT_TIMEOUT", "7")).applyTo(builder);

        assertThat(builder.build().generated().getHttpClient().connectTimeout()).isEmpty();
    }

    @Test
    void refusesTimesAndNumbersThatMakeNoSense() {
        var builder = RoostClient.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(ChronoUnit.FOREVER.getDuration()));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRetries(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestOptions().timeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestOptions().maxRetries(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "order 7", "bestellung-ü"})
    void refusesIdempotencyKeysThatTheServiceWouldRefuse(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestOptions().idempotencyKey(key));
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestOptions().idempotencyKey("k".repeat(256)));
    }

    @Test
    void theLastHeaderOfANameCounts() {
        try (var server = FaultyServer.thatAnswers(Answer.of(204))) {
            var options = new RequestOptions().header("user-agent", "one").header("User-Agent", "two");

            RoostClient.builder()
                    .baseUrl(server.url())
                    .build()
                    .withOptions(options)
                    .products()
                    .delete(42);

            assertThat(server.requests()).extracting(Request::userAgent).containsExactly("two");
        }
    }

    @ParameterizedTest
    @CsvSource({"authorization, Bearer x", "idempotency-key, x", "Host, example.com", "bad name, x", "X-A, é"})
    void refusesHeadersThatAreNotTheCallersToSet(String name, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestOptions().header(name, value));
    }

    @Test
    void namesItselfAndTheApplication() {
        try (var server = FaultyServer.thatAnswers(Answer.of(204))) {
            RoostClient.builder()
                    .baseUrl(server.url())
                    .application("shop", "2.1")
                    .build()
                    .products()
                    .delete(42);

            assertThat(server.requests().getFirst().userAgent())
                    .matches("roost-java/\\d[^ ]* \\(Java \\d+\\) shop/2\\.1");
        }
    }

    @Test
    void sendsThroughAProxy() {
        try (var proxy = FaultyServer.thatAnswers(Answer.of(204))) {
            RoostClient.builder()
                    .baseUrl("http://roost.invalid")
                    .proxy(ProxySelector.of(new InetSocketAddress(
                            "localhost", URI.create(proxy.url()).getPort())))
                    .build()
                    .products()
                    .delete(42);

            assertThat(proxy.requests())
                    .extracting(Request::path)
                    .containsExactly("http://roost.invalid/api/v1/products/42");
        }
    }

    @Test
    void sendsWithTheCallersHttpClient() {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var client = RoostClient.builder()
                .baseUrl("http://localhost")
                .httpClient(http)
                .build();

        assertThat(client.generated().getHttpClient().version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThatIllegalStateException().isThrownBy(() -> RoostClient.builder()
                .baseUrl("http://localhost")
                .httpClient(http)
                .connectTimeout(Duration.ofSeconds(1))
                .build());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void refusesAnHttpClientThatFollowsRedirects(HttpClient.Redirect policy) {
        var http = HttpClient.newBuilder().followRedirects(policy).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoostClient.builder().httpClient(http));
    }

    @Test
    void anAuthenticatorTakesAJavaThatSendsTheTokenToo() {
        var http = HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

        assertThatIllegalArgumentException().isThrownBy(() -> Checks.httpClient(http, 23));
        try (var server = FaultyServer.thatAnswers(Answer.of(204))) {
            RoostClient.builder()
                    .baseUrl(server.url())
                    .httpClient(http)
                    .accessToken("canary")
                    .build()
                    .products()
                    .delete(42);

            assertThat(server.requests()).extracting(Request::authorization).containsExactly("Bearer canary");
        }
    }

    @Test
    void takesTheEnvironmentsSettings() {
        try (var server = FaultyServer.thatAnswers(Answer.of(503))) {
            var builder = RoostClient.builder();
            new Environment(Map.of(
                            "ROOST_BASE_URL", server.url(),
                            "ROOST_ACCESS_TOKEN", "canary",
                            "ROOST_TIMEOUT", "5",
                            "ROOST_CONNECT_TIMEOUT", "7",
                            "ROOST_MAX_RETRIES", "0"))
                    .applyTo(builder);
            var client = builder.build();

            assertThatExceptionOfType(ServiceUnavailableException.class)
                    .isThrownBy(() -> client.products().get(42));
            assertThat(server.requests()).extracting(Request::authorization).containsExactly("Bearer canary");
            assertThat(client.generated().getReadTimeout()).hasSeconds(5);
            assertThat(client.generated().getHttpClient().connectTimeout()).contains(Duration.ofSeconds(7));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ROOST_BASE_URL, canary",
        "ROOST_ACCESS_TOKEN, can ary",
        "ROOST_TIMEOUT, soon",
        "ROOST_CONNECT_TIMEOUT, -1",
        "ROOST_MAX_RETRIES, 99999999999"
    })
    void namesTheVariableThatIsNotValid(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Environment(Map.of(name, value)).applyTo(RoostClient.builder()))
                .withMessage("the environment variable %s is not valid", name)
                .withNoCause();
    }
}
