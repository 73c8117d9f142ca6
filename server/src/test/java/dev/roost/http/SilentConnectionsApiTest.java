package dev.roost.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilentConnectionsApiTest extends ApiTest {

    private static final int END_OF_STREAM = -1;
    private static final int GIVE_UP_MILLIS = 20_000;

    @Override
    protected Map<String, String> properties() {
        return Map.of("micronaut.server.idle-timeout", "1s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /api/v1/products HTTP/1.1\r\nHost: local",
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{\"email\":"
            })
    void areClosed(String beginning) throws Exception {
        try (var socket = new Socket("localhost", port())) {
            socket.setSoTimeout(GIVE_UP_MILLIS);
            socket.getOutputStream().write(beginning.getBytes(US_ASCII));
            socket.getInputStream().readAllBytes();

            assertThat(socket.getInputStream().read()).isEqualTo(END_OF_STREAM);
        }
    }
}
