package dev.roost.http.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.LogCapture;
import dev.roost.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent before the last one is answered. */
class PipeliningApiTest extends ApiTest {

    private static final Pattern ID = Pattern.compile("(?im)^x-request-id: n-(\\d+)");

    @Test
    void areAnsweredInTheirOrderHoweverMany() {
        int many = 3_000;
        String requests = IntStream.range(0, many)
                .mapToObj(i -> i % 3 == 0 ? login(i) : get(i))
                .collect(Collectors.joining());

        assertThat(ids(requests + last(many))).containsExactlyElementsOf(numbers(many + 1));
    }

    @Test
    void areAnsweredInTheirOrderAlsoAfterAnEarlyAnswer() {
        String early = "POST /nowhere HTTP/1.1\r\nHost: a\r\nX-Request-Id: n-0\r\nContent-Length: 200000\r\n\r\n";

        assertThat(ids(early + "x".repeat(200_000) + get(1) + last(2))).containsExactly("0", "1", "2");
    }

    @Test
    void areWorkedOnOneAfterTheOther() {
        long start = System.nanoTime();

        String slow = "GET /test/slow/200 HTTP/1.1\r\nHost: a\r\n\r\n";
        RawHttp.exchange(port(), slow.repeat(4) + last(4));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(800));
    }

    @Test
    void areAnsweredInTheirOrderAlsoWhereOneIsAskedFor() throws IOException {
        try (var socket = RawHttp.connect(port())) {
            String[] login = login(0).split("(?<=\r\n\r\n)");
            var in = socket.getInputStream();
            socket.getOutputStream()
                    .write(login[0].replace("Host:", "Expect: 100-continue\r\nHost:")
                            .getBytes(US_ASCII));
            assertThat(new String(in.readNBytes("HTTP/1.1 100 Continue\r\n".length()), US_ASCII))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n");

            socket.getOutputStream().write((login[1] + get(1) + last(2)).getBytes(US_ASCII));
            assertThat(ID.matcher(new String(in.readAllBytes(), US_ASCII))
                            .results()
                            .map(found -> found.group(1)))
                    .containsExactly("0", "1", "2");
        }
    }

    @Test
    void areReadInAnyPieces() throws IOException, InterruptedException {
        try (var socket = RawHttp.connect(port())) {
            byte[] bytes = (login(0) + get(1) + login(2) + last(3)).getBytes(US_ASCII);
            for (int i = 0; i < bytes.length; i += 40) {
                socket.getOutputStream().write(bytes, i, Math.min(40, bytes.length - i));
                Thread.sleep(5);
            }

            var answer = RawHttp.Answer.readFrom(socket);
            assertThat(idsOf(answer)).containsExactly("0", "1", "2", "3");
        }
    }

    /** RFC 9112, section 9.6. */
    @Test
    void areNotWorkedOnBehindTheLastOne() throws Exception {
        try (var log = new LogCapture()) {
            assertThat(ids(get(0) + last(1) + get(2))).containsExactly("0", "1");
            Thread.sleep(200);

            assertThat(log.requestLines(2)).hasSize(2);
        }
    }

    /** RFC 9110, section 7.6.1. */
    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "x, close", "keep-alive,close", "x\r\nConnection: close"})
    void endWithTheOneThatSaysSo(String options) {
        String last = get(0).replace("Host:", "Connection: " + options + "\r\nHost:");

        assertThat(ids(last + get(1))).containsExactly("0");
    }

    /** Who sends and does not read would otherwise wait for the service, which waits for him. */
    private Stream<String> ids(String requests) {
        try (var socket = RawHttp.connect(port())) {
            Thread.startVirtualThread(() -> {
                try {
                    socket.getOutputStream().write(requests.getBytes(US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return idsOf(RawHttp.Answer.readFrom(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> idsOf(RawHttp.Answer answer) {
        return ID.matcher(answer.head() + "\r\n" + answer.body()).results().map((MatchResult found) -> found.group(1));
    }

    private static Iterable<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static String get(int id) {
        return "GET /api/healthz HTTP/1.1\r\nHost: a\r\nX-Request-Id: n-%d\r\n\r\n".formatted(id);
    }

    private static String last(int id) {
        return "GET /api/healthz HTTP/1.1\r\nHost: a\r\nX-Request-Id: n-%d\r\nConnection: close\r\n\r\n".formatted(id);
    }

    private static String login(int id) {
        return """
                POST /api/v1/auth/login HTTP/1.1\r
                Host: a\r
                X-Request-Id: n-%d\r
                Content-Type: application/json\r
                Content-Length: 2\r
                \r
                {}""".formatted(id);
    }
}
