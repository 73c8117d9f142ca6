package dev.roost.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminApiTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "application/json", "image/png"})
    void showsEverybodyThePageWhateverTheyAccept(String accept) {
        var response = exchange(request("/admin/metrics").header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(response.body())
                .containsPattern("<h1>Welcome, Chirpy Admin</h1>\\s*<p>Chirpy has been visited \\d+ times!</p>");
    }

    @Test
    void refusesAResetInProductionAndKeepsEverything() {
        String token = accounts.create().token();
        exchange(request("/app/"));

        Answer answer = send("POST", "/admin/reset", token, null);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.member("error")).isEqualTo("only a service with PLATFORM=dev can be reset");
        assertThat(post("/api/v1/products", token, "{\"name\":\"Lamp\",\"price\":1}")
                        .status())
                .isEqualTo(201);
        assertThat(exchange(request("/admin/metrics")).body()).doesNotContain("visited 0 times");
    }

    @Test
    void knowsNoOtherMethod() {
        assertThat(get("/admin/reset", null).status()).isEqualTo(405);
        assertThat(send("POST", "/admin/metrics", null, null).status()).isEqualTo(405);
    }
}
