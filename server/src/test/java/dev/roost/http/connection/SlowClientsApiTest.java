package dev.roost.http.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that keep a connection without getting on. */
class SlowClientsApiTest extends ApiTest {

    private static final String LOGIN =
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String HEALTH = "GET /api/healthz HTTP/1.1\r\nHost: a\r\n\r\n";

    @Override
    protected Map<String, String> settings() {
        return Map.of("SERVER_READ_TIMEOUT_SEC", "1", "SERVER_WRITE_TIMEOUT_SEC", "3", "SERVER_IDLE_TIMEOUT_SEC", "2");
    }

    @Test
    void areAnswered408HoweverMuchStillComes() throws Exception {
        var sockets = new ArrayList<Socket>();
        for (String beginning : List.of(
                "GET /api/v1/products HTTP/1.1\r\nX: ",
                LOGIN + "Content-Length: 1000\r\n\r\n{",
                LOGIN + "Transfer-Encoding: chunked\r\n\r\nfff\r\n{")) {
            var socket = RawHttp.connect(port());
            sockets.add(socket);
            socket.getOutputStream().write(beginning.getBytes(US_ASCII));
            Thread.startVirtualThread(() -> RawHttp.writeUntilClosed(socket, " ", Duration.ofMillis(100)));
        }

        for (Socket socket : sockets) {
            var answer = RawHttp.Answer.readFrom(socket);
            socket.close();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.header("Connection")).hasValue("close");
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.body())
                    .contains("\"type\":\"/problems#request-timeout\"")
                    .contains("\"code\":408")
                    .doesNotContain("\"error\":");
        }
    }

    @Test
    void areAnsweredWhatTheyAskedBefore() {
        var answer = RawHttp.exchange(port(), HEALTH + LOGIN + "Content-Length: 1000\r\n\r\n{");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("OKHTTP/1.1 408 ");
    }

    @Test
    void areSentAwayWhenTheyNeverSayAnything() throws Exception {
        try (var socket = RawHttp.connect(port())) {
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void areSentAwayWhenTheyHaveNothingMoreToSay() {
        assertThat(RawHttp.exchange(port(), HEALTH).body()).isEqualTo("OK");
    }

    /** It is no beginning of a request (RFC 9112, section 2.2), so nothing has to follow. */
    @Test
    void maySendALineBreakTooMany() throws Exception {
        try (var socket = RawHttp.connect(port())) {
            socket.getOutputStream().write(HEALTH.getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.getOutputStream().write("\r\n".getBytes(US_ASCII));

            assertThat(RawHttp.Answer.readFrom(socket).body()).isEqualTo("OK");
        }
    }

    @Test
    void areNotSentAwayWhileTheirAnswerIsMade() {
        assertThat(exchange(request("/test/slow/2300")).body()).isEqualTo("late");
    }

    @Test
    void areNotSentAwayWhileTheirAnswerPauses() {
        assertThat(exchange(request("/test/slow/pause/2300")).body()).isEqualTo("firstlast");
    }

    @Test
    void areSentAwayWhenWhatIsLeftOfARefusedRequestDoesNotCome() throws Exception {
        try (var socket = RawHttp.connect(port())) {
            socket.getOutputStream()
                    .write("POST /api/v1/products HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"
                            .getBytes(US_ASCII));

            assertThat(RawHttp.writeUntilClosed(socket, " ", Duration.ofMillis(100)))
                    .isLessThan(200);
        }
    }

    @Test
    void areAnswered503WhenItIsTheServiceThatIsSlow() {
        Answer answer = get("/test/slow/60000", null);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.member("type")).isEqualTo("/problems#unavailable");
    }

    /** More than all the buffers on the way hold. */
    @Test
    void areSentAwayWhenTheyDoNotReadTheirAnswers() throws Exception {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", port()));
            socket.getOutputStream()
                    .write("GET /swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: a\r\n\r\n"
                            .repeat(50)
                            .getBytes(US_ASCII));

            assertThat(RawHttp.writeUntilClosed(socket, "\r\n", Duration.ofMillis(100)))
                    .isLessThan(200);
        }
    }
}
