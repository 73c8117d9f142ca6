package dev.roost.http.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to requests that are not whole. */
class EarlyAnswersApiTest extends ApiTest {

    private static final String PRODUCT =
            "POST /api/v1/products HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String HEALTH = "GET /api/healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final int MEBIBYTE = 1_048_576;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/auth/login",
                "POST /api/v1/products",
                "POST /api/refresh",
                "POST /api/polka/webhooks",
                "POST /nowhere",
                "PUT /api/v1/products",
                "GET /api/healthz",
                "GET /api/chirps",
                "GET /app/",
                "DELETE /api/v1/products/1",
                "OPTIONS /api/chirps"
            })
    void are413WhereTooLongABodyIsAnnounced(String line) {
        for (String expect : List.of("", "Expect: 100-continue\r\n")) {
            String head = line + " HTTP/1.1\r\nHost: a\r\n" + expect + "Content-Length: %d\r\n\r\n";

            assertEarly(RawHttp.exchange(port(), head.formatted(MEBIBYTE + 1)), 413);
            assertEarly(RawHttp.exchange(port(), head.formatted(Long.MAX_VALUE)), 413);
        }
    }

    /** A length that is not announced is not waited for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /api/v1/auth/login | application/json | 413",
                "POST /api/v1/products   | application/json | 401",
                "POST /nowhere           | application/json | 404",
                "PUT /api/v1/products    | application/json | 405",
                "POST /api/v1/auth/login | text/plain       | 415"
            })
    void areGivenWhileTooLongABodyStillComes(String line, String type, int status) {
        String head = "%s HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\n".formatted(line, type);
        String body = "200000\r\n" + "x".repeat(MEBIBYTE + 1);

        assertEarly(RawHttp.exchange(port(), head + "Transfer-Encoding: chunked\r\n\r\n" + body), status);
    }

    private static void assertEarly(RawHttp.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Connection")).hasValue("close");
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void endConnectionsOnWhichMoreIsSentAllTheSame() throws Exception {
        try (var socket = RawHttp.connect(port())) {
            String chunk = "100000\r\n" + "x".repeat(MEBIBYTE) + "\r\n";
            socket.getOutputStream().write((PRODUCT + "Transfer-Encoding: chunked\r\n\r\n").getBytes(US_ASCII));

            assertThat(RawHttp.writeUntilClosed(socket, chunk, Duration.ZERO)).isLessThan(100);
        }
    }

    /** Closed at once, the connection would be reset, and the answer perhaps lost. */
    @Test
    void areReadByClientsThatStillSend() {
        String body = ("100000\r\n" + "x".repeat(MEBIBYTE) + "\r\n").repeat(8);

        var answer = RawHttp.exchange(port(), PRODUCT + "Transfer-Encoding: chunked\r\n\r\n" + body);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void endNoConnectionWhereNothingIsLeftToRead() {
        String whole = PRODUCT + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";

        var answer = RawHttp.exchange(port(), whole + HEALTH);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Connection")).isEmpty();
        assertThat(answer.body()).contains("HTTP/1.1 200 ");
    }

    /** Otherwise every 401 would cost a connection. */
    @Test
    void endNoConnectionWhereTheRestIsShort() throws Exception {
        try (var socket = RawHttp.connect(port())) {
            var out = socket.getOutputStream();
            out.write((PRODUCT + "Content-Length: 10\r\n\r\n").getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            out.write(("0123456789" + HEALTH).getBytes(US_ASCII));

            var answer = RawHttp.Answer.readFrom(socket);

            assertThat(answer.head()).startsWith("TTP/1.1 401 ");
            assertThat(answer.header("Connection")).isEmpty();
            assertThat(answer.body()).contains("HTTP/1.1 200 ");
        }
    }

    /** A client that waits to be told to send a body may or may not send it after another answer. */
    @Test
    void endConnectionsWhoseClientWaitsBeforeItSends() {
        var answer = RawHttp.exchange(port(), PRODUCT + "Content-Length: 10\r\nExpect: 100-continue\r\n\r\n");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Connection")).hasValue("close");
    }
}
