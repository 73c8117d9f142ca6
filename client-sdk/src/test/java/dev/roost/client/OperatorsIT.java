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
        assertThat(new HealthApi(RoostServer.client().generated()).checkHealth().join())
                .isEqualTo("OK");
    }

    /** The page is for people, and no operation of the generated client. */
    @Test
    void seeVisits() throws IOException, InterruptedException {
        assertThat(get("/admin/metrics")).containsPattern("Chirpy has been visited \\d+ times!");
    }

    /** The probes are for orchestrators, and no operations of the generated client. */
    @Test
    void probe() throws IOException, InterruptedException {
        assertThat(get("/livez")).isEqualTo("OK");
        assertThat(get("/readyz")).isEqualTo("OK");
    }

    private static String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(RoostServer.url().resolve(path));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void startOver() throws ApiException {
        String email = RoostServer.newEmail();
        RoostServer.client().accounts().createChirpyUser(email, "correct horse battery");

        new AdminApi(RoostServer.client().generated()).resetService().join();

        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> RoostServer.client().accounts().logInToChirpy(email, "correct horse battery"));
    }
}
