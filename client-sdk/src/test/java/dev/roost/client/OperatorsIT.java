package dev.roost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.client.gen.ApiException;
import dev.roost.client.gen.api.AdminApi;
import dev.roost.client.gen.api.HealthApi;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What operators ask, through the generated client: it is no part of the face, as it is no application's business. */
class OperatorsIT {

    @Test
    void checkHealth() throws ApiException {
        assertThat(new HealthApi(RoostServer.configuration()).checkHealth()).isEqualTo("OK");
    }

    /** The page is for people, and no operation of the generated client. */
    @Test
    void seeVisits() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(RoostServer.url().resolve("/admin/metrics"));

        assertThat(HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.ofString())
                        .body())
                .containsPattern("Chirpy has been visited \\d+ times!");
    }

    @Test
    void startOver() throws ApiException {
        String email = RoostServer.newEmail();
        RoostServer.client().users().create(email, "correct horse battery");

        new AdminApi(RoostServer.configuration()).resetService();

        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> RoostServer.client().users().logIn(email, "correct horse battery"));
    }
}
