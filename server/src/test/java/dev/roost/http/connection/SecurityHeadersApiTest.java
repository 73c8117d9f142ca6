package dev.roost.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersApiTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products", "/nowhere", "/test/failure", "/openapi.yaml"})
    void tellBrowsersToDoNothingWithAnAnswer(String path) {
        assertHeaders(exchange(request(path)));
    }

    @Test
    void areOnGoodAnswersAndOnWhatNoFilterSees() {
        assertHeaders(get("/api/v1/products", accounts.create().token()).response());
        assertHeaders(exchange(request("/").header("X-Big", "x".repeat(65_536))));
    }

    @Test
    void keepWhatATokenWasNeededForOutOfCaches() {
        var response = get("/api/v1/products", accounts.create().token()).response();

        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static void assertHeaders(HttpResponse<String> response) {
        var headers = response.headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("Server")).isEmpty();
    }
}
