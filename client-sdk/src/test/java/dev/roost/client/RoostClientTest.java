package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.roost.client.FaultyServer.Answer;
import dev.roost.client.FaultyServer.Request;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the client asks and how it takes answers that the real service does not give on demand. */
class RoostClientTest {

    private static final String TOKEN = "e30.e30.c2lnbmF0dXJl";

    @ParameterizedTest
    @CsvSource({
        "400, BadRequestException",
        "401, UnauthenticatedException",
        "403, ForbiddenException",
        "404, NotFoundException",
        "409, ConflictException",
        "412, PreconditionFailedException",
        "418, ProblemException",
        "422, ValidationFailedException",
        "429, TooManyRequestsException",
        "500, ServerErrorException",
        "502, ServerErrorException",
        "503, ServiceUnavailableException"
    })
    void throwsTheExceptionOfTheStatus(int status, String exception) {
        var problem = Answer.of(status, "application/problem+json", """
                {"type": "/problems#of-a-kind", "title": "Kind", "status": %d, "detail": "why", "request_id": "r1",
                 "errors": [{"field": "f", "message": "m", "new": 1}], "new": {}}""".formatted(status));
        try (var server = FaultyServer.thatAnswers(problem)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> client(server).products().list().firstPage())
                    .withMessage("%d Kind: why (request r1)", status)
                    .satisfies(refusal -> {
                        assertThat(refusal.getClass().getSimpleName()).isEqualTo(exception);
                        assertThat(refusal.kind()).isEqualTo("of-a-kind");
                        assertThat(refusal.errors()).hasSize(1);
                        assertThat(refusal.headers().firstValue("x-request-id")).contains("of-the-header");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 42, PT42S",
        "503, 1, PT1S",
        "503, 'Wed, 21 Oct 2020 07:28:00 GMT', PT0S",
        "429, soon,",
        "429, 99999999999999999999, PT277777H46M39S"
    })
    void aRefusalSaysHowLongToWait(int status, String header, Duration wait) {
        try (var server = FaultyServer.thatAnswers(Answer.withHeader(status, "Retry-After", header))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> client(server).products().list().firstPage())
                    .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Optional.ofNullable(wait)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>Bad gateway</h1>",
                "",
                "[]",
                "{}",
                "null",
                "{\"status\": \"bad\"}",
                "{\"errors\": [null]}",
                "{\"type\": null, \"title\": null}"
            })
    void aRefusalThatIsNoProblemDocumentHasItsStatus(String body) {
        try (var server = FaultyServer.thatAnswers(Answer.of(502, "text/html", body))) {
            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(() -> client(server).products().list().firstPage())
                    .satisfies(refusal -> {
                        assertThat(refusal.status()).isEqualTo(502);
                        assertThat(refusal.kind()).isEqualTo("about:blank");
                        assertThat(refusal.title()).isEqualTo("HTTP 502");
                        assertThat(refusal.requestId()).contains("of-the-header");
                        assertThat(refusal.errors()).isEmpty();
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h1>Welcome</h1>", "[]", "", "{\"token\": {\"canary\": 1}}", "canary"})
    void anAnswerThatCannotBeReadIsNotQuoted(String body) {
        try (var server = FaultyServer.thatAnswers(Answer.json(body))) {
            assertThatExceptionOfType(RoostConnectionException.class)
                    .isThrownBy(() -> client(server).accounts().refresh("refresh"))
                    .satisfies(failure -> {
                        var trace = new StringWriter();
                        failure.printStackTrace(new PrintWriter(trace));
                        assertThat(trace.toString()).doesNotContain("canary");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void tellsNobodyElseAnythingWhereverAnAnswerPoints(int status) {
        try (var elsewhere = FaultyServer.thatAnswers(Answer.json("{}"));
                var server = FaultyServer.thatAnswers(Answer.withHeader(status, "Location", elsewhere.url()))) {
            var client = client(server).withAccessToken(TOKEN);

            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> client.products().get(42))
                    .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> client.accounts().logIn("dev@example.com", "correct horse battery"));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void membersAndEnumValuesOfANewerServiceBreakNothing() throws Exception {
        try (var server = FaultyServer.thatAnswers(Answer.json("{\"name\": \"Desk lamp\", \"colour\": [1]}"))) {
            assertThat(client(server).products().get(42).getName()).isEqualTo("Desk lamp");
        }
        assertThat(Json.MAPPER.readValue("[\"red\", \"octarine\"]", Colour[].class))
                .containsExactly(Colour.RED, null);
    }

    /** An enum as the generator writes them. */
    private enum Colour {
        RED;

        @JsonCreator
        static Colour fromValue(String value) {
            if (!value.equals("red")) {
                throw new IllegalArgumentException("Unexpected value '" + value + "'");
            }
            return RED;
        }
    }

    @Test
    void sendsItsAccessToken() {
        try (var server = FaultyServer.thatAnswers(Answer.of(204))) {
            client(server).products().delete(42);
            client(server).withAccessToken(TOKEN).products().delete(42);
            RoostClient.builder()
                    .baseUrl(server.url())
                    .accessToken(TOKEN)
                    .build()
                    .products()
                    .delete(42);

            assertThat(server.requests())
                    .extracting(Request::authorization)
                    .containsExactly(null, "Bearer " + TOKEN, "Bearer " + TOKEN);
        }
    }

    @Test
    void optionsAreForTheViewThatHasThem() {
        List<String> languages = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (var server = FaultyServer.thatAnswers(exchange -> {
            languages.add(String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")));
            Answer.of(204).give(exchange);
        })) {
            var client = client(server);
            client.withOptions(new RequestOptions().header("Accept-Language", "de"))
                    .products()
                    .delete(42);
            client.products().delete(42);

            assertThat(languages).containsExactly("de", "null");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "/, ''", "/roost, /roost", "/roost/, /roost"})
    void theBaseUrlMayHaveAPathAndMayEndInASlash(String end, String path) {
        try (var server = FaultyServer.thatAnswers(Answer.of(204))) {
            RoostClient.builder().baseUrl(server.url() + end).build().products().delete(42);

            assertThat(server.requests()).extracting(Request::path).containsExactly(path + "/api/v1/products/42");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\n", "sec ret", "", "sécret"})
    void refusesWhatCanBeNoAccessTokenAndDoesNotRepeatIt(String token) {
        var client = RoostClient.builder().baseUrl("http://localhost").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.withAccessToken(token))
                .withMessage("what was given can be no access token");
    }

    @Test
    void doesNotPrintItsAccessToken() {
        var client = RoostClient.builder().baseUrl("http://localhost:8080").build();

        assertThat(client.withAccessToken(TOKEN)).hasToString("RoostClient[http://localhost:8080]");
    }

    private static RoostClient client(FaultyServer server) {
        return RoostClient.builder().baseUrl(server.url()).maxRetries(0).build();
    }
}
