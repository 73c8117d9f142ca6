package dev.roost.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void whatIsStoppedSendsNothing() {
        var wire = new Wire(HttpClient.newHttpClient());
        wire.stop();

        assertThat(wire.send(
                        HttpRequest.newBuilder(URI.create("http://localhost")).build()))
                .isCancelled();
    }
}
