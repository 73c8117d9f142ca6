package dev.roost.account;

import static dev.roost.TestThreads.inThreads;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens when more passwords come than can be hashed. */
@Timeout(60)
class HashingOverloadApiTest extends ApiTest {

    @Override
    protected Map<String, String> settings() {
        return Map.of("LOGIN_RATE_LIMIT_PER_MINUTE", "0", "PASSWORD_HASH", "argon2id"); // Which is quicker.
    }

    @Test
    void turnsTheExcessAwayAndSaysWhenToComeBack() {
        List<Answer> logins = inThreads(
                100,
                100,
                i -> post("/api/v1/auth/login", null, credentials("excess%d@example.com".formatted(i), "a wrong one")));

        assertThat(logins)
                .filteredOn(login -> login.status() != 401)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.member("type")).isEqualTo("/problems#unavailable");
                    assertThat(answer.header("Retry-After")).matches("[1-9]\\d{0,2}");
                });
    }

    @Test
    void hashesNothingForClientsThatAreGone() throws Exception {
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            clients.add(sendAndDoNotWait("gone%d@example.com".formatted(i)));
        }
        for (Socket client : clients) {
            client.close();
        }

        assertThat(post("/api/v1/auth/register", null, credentials("last@example.com", "supersecret"))
                        .status())
                .isEqualTo(201);
        assertThat((long) query("SELECT count(*) FROM accounts WHERE email LIKE 'gone%'"))
                .isLessThan(20);
    }

    /** It also begins another request, which hides no better that the client leaves. */
    private Socket sendAndDoNotWait(String email) throws IOException {
        var socket = RawHttp.connect(port());
        String body = credentials(email, "supersecret");
        socket.getOutputStream().write("""
                        POST /api/v1/auth/register HTTP/1.1\r
                        Host: localhost\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        %s\r
                        GET /livez""".formatted(body.length(), body).getBytes(US_ASCII));
        return socket;
    }
}
