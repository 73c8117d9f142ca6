package dev.roost.http.requestlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.roost.ApiTest;
import dev.roost.LogCapture;
import dev.roost.RawHttp;
import dev.roost.account.TestAccounts.TestAccount;
import dev.roost.http.ClientAddress;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One line for each request, whatever becomes of it. */
class RequestLogApiTest extends ApiTest {

    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String END = HOST + "Connection: close\r\n";

    private LogCapture log;

    @Inject
    private TalkativeController talk;

    @Inject
    private ClientAddress clients;

    @Override
    protected Map<String, String> settings() {
        return Map.of("TRUSTED_PROXIES", "127.0.0.0/8", "SERVER_READ_TIMEOUT_SEC", "2");
    }

    @BeforeEach
    void open() {
        log = new LogCapture();
    }

    @AfterEach
    void close() {
        talk.letGo();
        log.close();
    }

    @Test
    void tellsWhatWasAskedAndWhatBecameOfIt() {
        TestAccount account = accounts.create();
        exchange(request("GET", "/api/v1/products/77?secret=1", account.token(), null)
                .header("X-Request-Id", "whole")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("User-Agent", "a test"));

        Map<String, Object> line = log.requestLine("whole");

        assertThat(line)
                .containsOnlyKeys(
                        "request_id",
                        "user_id",
                        "method",
                        "path",
                        "route",
                        "status",
                        "duration_ms",
                        "bytes",
                        "remote_addr",
                        "user_agent")
                .containsEntry("user_id", account.uuid().toString())
                .containsEntry("method", "GET")
                .containsEntry("path", "/api/v1/products/77")
                .containsEntry("route", "/api/v1/products/{id}")
                .containsEntry("status", 404)
                .containsEntry("remote_addr", "203.0.113.9")
                .containsEntry("user_agent", "a test");
        assertThat((Double) line.get("duration_ms")).isBetween(0.001, 60_000.0);
    }

    @ParameterizedTest(name = "{1} {2} {3}")
    @MethodSource("requests")
    void isOneForEachRequest(String request, String method, String path, int status) {
        var answer = RawHttp.exchange(port(), request);

        assertThat(log.requestLines(1)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("method", method)
                .containsEntry("path", path)
                .containsEntry("status", status)
                .containsEntry("bytes", (long) answer.body().length())
                .containsEntry("remote_addr", "127.0.0.1")
                .containsKeys("request_id", "duration_ms")
                .doesNotContainKey("aborted"));
    }

    static List<Object[]> requests() {
        String login = "POST /api/login" + END + "Content-Type: application/json\r\n";
        return List.of(
                new Object[] {"GET /api/healthz" + END + "\r\n", "GET", "/api/healthz", 200},
                new Object[] {"HEAD /api/healthz" + END + "\r\n", "HEAD", "/api/healthz", 200},
                new Object[] {"GET /app/style.css" + END + "\r\n", "GET", "/app/style.css", 200},
                new Object[] {"GET /app" + END + "\r\n", "GET", "/app", 301},
                new Object[] {"GET /nowhere/%41?q" + END + "\r\n", "GET", "/nowhere/%41", 404},
                new Object[] {"GET http://u:secret@h/nowhere?q" + END + "\r\n", "GET", "/nowhere", 404},
                new Object[] {"GET http://u:secret@h" + END + "\r\n", "GET", "/", 404},
                new Object[] {"TRACE /api/healthz" + END + "\r\n", "TRACE", "/api/healthz", 405},
                new Object[] {"GET /api/chirps?sort=%00" + END + "\r\n", "GET", "/api/chirps", 400},
                new Object[] {"GET /|?q" + END + "\r\n", "GET", "/", 400},
                new Object[] {"GET /a\u0000b" + END + "\r\n", "GET", "/a", 400},
                new Object[] {"GET /a" + END + "Bad Header: 1\r\n\r\n", "GET", "/a", 400},
                new Object[] {"GET /a b c" + END + "\r\n", "GET", "/a", 400},
                new Object[] {"get\thttp://u:secret@h/a" + END + "\r\n", "get", "/a", 400},
                new Object[] {"\u0001 \u0002" + END + "\r\n", "-", "-", 400},
                new Object[] {"GET /" + "a".repeat(100_000) + END + "\r\n", "GET", "/" + "a".repeat(511) + "…", 414},
                new Object[] {"GET /" + "a".repeat(1_000) + END + "\r\n", "GET", "/" + "a".repeat(511) + "…", 404},
                new Object[] {"A".repeat(100) + " /" + END + "\r\n", "A".repeat(32) + "…", "/", 404},
                new Object[] {"GET /a" + END + "A: " + "a".repeat(100_000) + "\r\n\r\n", "GET", "/a", 431},
                new Object[] {login + "Content-Length: 1\r\n\r\n{", "POST", "/api/login", 400},
                new Object[] {
                    login + "Content-Length: 2000000\r\n\r\n" + "a".repeat(2_000_000), "POST", "/api/login", 413
                });
    }

    @Test
    void isOneForEachRequestOfAConnection() {
        RawHttp.exchange(port(), "GET /1" + HOST + "\r\nGET /2" + HOST + "\r\nGET /3" + END + "\r\n");

        assertThat(log.requestLines(3)).extracting(line -> line.get("path")).containsExactly("/1", "/2", "/3");
    }

    @Test
    void isOneWhenTheBodyIsAskedFor() throws IOException {
        try (var socket = RawHttp.connect(port())) {
            String login = "POST /api/login" + END + "Content-Type: application/json\r\nContent-Length: 2\r\n";
            socket.getOutputStream().write((login + "Expect: 100-continue\r\n\r\n").getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readNBytes(12), ISO_8859_1))
                    .isEqualTo("HTTP/1.1 100");
            socket.getOutputStream().write("{}".getBytes(ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }

        assertThat(log.requestLines(1)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("route", "/api/login")
                .containsEntry("status", 422));
    }

    @Test
    void countsTheTimeFromTheFirstByte() throws Exception {
        try (var socket = RawHttp.connect(port())) {
            socket.getOutputStream().write("GE".getBytes(ISO_8859_1));
            Thread.sleep(300);
            socket.getOutputStream().write(("T /1" + HOST + "\r\n").getBytes(ISO_8859_1));
            assertThat((Double) log.requestLines(1).getFirst().get("duration_ms"))
                    .isGreaterThan(250);

            Thread.sleep(1_000);
            socket.getOutputStream().write(("GET /2" + HOST + "\r\n").getBytes(ISO_8859_1));
            assertThat((Double) log.requestLines(2).getLast().get("duration_ms"))
                    .isLessThan(1_000);
        }
    }

    @Test
    void tellsOfARequestThatDoesNotCome() {
        var answer = RawHttp.exchange(port(), "GET /late");

        assertThat(answer.status()).isEqualTo(408);
        assertThat(log.requestLine(answer.header("X-Request-Id").orElseThrow()))
                .containsEntry("status", 408)
                .containsEntry("path", "/late");
    }

    @Test
    void tellsWhatCameOfARequestWhoseClientDidNotWait() throws Exception {
        talk.makeWait();
        try (var socket = RawHttp.connect(port())) {
            socket.getOutputStream().write(("GET /test/talk/now" + HOST + "\r\n").getBytes(ISO_8859_1));
            log.await(1, line -> line.getFormattedMessage().equals("the word is now"));
            socket.setSoLinger(true, 0);
        }
        Thread.sleep(100); // For the service to learn of it.
        assertThat(log.requestLines(0)).isEmpty();
        talk.letGo();

        assertThat(log.requestLines(1)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("status", 499)
                .containsEntry("aborted", true)
                .containsEntry("event", "authz_admin"));
    }

    @Test
    void tellsOfAClientThatLeftBeforeItHadSentItsBody() throws IOException {
        try (var socket = RawHttp.connect(port())) {
            beginLogin(socket);
        }

        assertThat(log.requestLines(1)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("path", "/api/login")
                .containsEntry("status", 499)
                .containsEntry("aborted", true));
    }

    /** The answer to what it did not say may be on its way before the service learns that nobody takes it. */
    @Test
    void takesAClientThatBreaksItsConnectionForNoFailure() throws Exception {
        try (var socket = RawHttp.connect(port())) {
            beginLogin(socket);
            Thread.sleep(100); // For the service to wait for the rest.
            socket.setSoLinger(true, 0);
        }

        assertThat(log.requestLines(1)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("path", "/api/login")
                .containsEntry("aborted", true));
        assertThat(log.lines(line -> line.getLevel() == Level.ERROR)).isEmpty();
    }

    private static void beginLogin(Socket socket) throws IOException {
        String login = "POST /api/login" + HOST + "Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{";
        socket.getOutputStream().write(login.getBytes(ISO_8859_1));
    }

    @Test
    void tellsOfAClientThatLeftBeforeItHadTheAnswer() throws IOException {
        try (var socket = RawHttp.connect(port())) {
            socket.getOutputStream().write(("GET /test/talk/at/length" + HOST + "\r\n").getBytes(ISO_8859_1));
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        }

        assertThat(log.requestLines(1))
                .singleElement()
                .satisfies(line -> assertThat(line).containsEntry("status", 200).containsEntry("aborted", true));
    }

    /** One that closes its connection once it has as much as was announced. */
    @Test
    void doesNotTakeAClientForGoneThatHasAll() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (var socket = RawHttp.connect(port())) {
                socket.getOutputStream().write(("GET /openapi.yaml" + HOST + "\r\n").getBytes(ISO_8859_1));
                var in = new DataInputStream(socket.getInputStream());
                var head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    head.append((char) in.readUnsignedByte());
                }
                in.skipNBytes(Long.parseLong(head.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1")));
            }
        }

        assertThat(log.requestLines(20)).hasSize(20).allSatisfy(line -> assertThat(line)
                .containsEntry("status", 200)
                .doesNotContainKey("aborted"));
    }

    /** As when something before Micronaut drops a request. */
    @Test
    void tellsOfWhatDoesNotReachMicronaut() {
        var connection = new EmbeddedChannel(new HttpServerCodec(), new ExchangeHandler(clients));
        connection.writeInbound(Unpooled.copiedBuffer("GET /dropped" + HOST + "\r\n", ISO_8859_1));
        connection.finishAndReleaseAll();

        assertThat(log.requestLines(1)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("path", "/dropped")
                .containsEntry("status", 499));
    }
}
