package dev.roost.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reset as {@code PLATFORM=dev} allows it. */
class ResetApiTest extends ApiTest {

    @Override
    protected Map<String, String> settings() {
        return Map.of("PLATFORM", "dev");
    }

    @Test
    void deletesEveryAccountWithAllItOwnsAndAllVisits() {
        String token = accounts.create().token();
        post("/api/v1/products", token, "{\"name\":\"Lamp\",\"price\":1}");
        post("/api/chirps", token, "{\"body\":\"Hello\"}");
        for (int i = 0; i < 20; i++) {
            exchange(request("/app/"));
        }

        var response = exchange(request("/admin/reset").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(exchange(request("/admin/metrics")).body()).contains("visited 0 times!");
        assertThat(post("/api/v1/products", token, "{\"name\":\"Lamp\",\"price\":1}")
                        .status())
                .isEqualTo(401);
        assertThat(get("/api/v1/products", accounts.create().token()).member("total"))
                .isEqualTo(0);
        assertThat(get("/api/chirps", null).body().size()).isZero();
        exchange(request("/app/"));
        assertThat(exchange(request("/admin/metrics")).body()).contains("visited 1 times!");
    }

    @ParameterizedTest
    @CsvSource({"application/json, {}", "text/plain, x", "application/x-www-form-urlencoded, a=b", "application/json, {"
    })
    void takesAnyBody(String mediaType, String body) {
        var response = exchange(request("/admin/reset")
                .header("Content-Type", mediaType)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body)));

        assertThat(response.statusCode()).isEqualTo(200);
    }
}
