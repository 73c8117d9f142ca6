package dev.roost.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged site. */
class FilesApiTest extends ApiTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/app/|text/html; charset=utf-8",
                "/app/index.html|text/html; charset=utf-8",
                "/app/style.css|text/css; charset=utf-8",
                "/app/chirps.js|text/javascript; charset=utf-8",
                "/app/assets/logo.png|image/png"
            })
    void isServedToEverybodyWithMediaTypesAndValidators(String path, String mediaType) {
        var response = exchange(request(path).header("Accept", "application/json"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isNotBlank();
        assertThat(response.headers().firstValue("Content-Type")).hasValue(mediaType);
        assertThat(response.headers().firstValue("Content-Length")).isPresent();
        assertThat(response.headers().firstValue("ETag").orElseThrow()).matches("\"[0-9a-f]{64}\"");
        assertThat(response.headers().firstValue("Last-Modified").orElseThrow()).endsWith(" GMT");
        assertThat(response.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                        + "form-action 'self'; frame-ancestors 'none'");
    }

    @Test
    void welcomesToChirpy() {
        assertThat(exchange(request("/app/")).body())
                .contains("<title>Welcome to Chirpy</title>", "<h1>Welcome to Chirpy</h1>", "assets/logo.png");
    }

    @ParameterizedTest
    @CsvSource({"/app, /app/", "/app?a=b%20c, /app/?a=b%20c"})
    void isWhereItsNameWithoutTheSlashLeads(String path, String location) {
        RawHttp.Answer answer = RawHttp.send(port(), "GET", path);

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).hasValue(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/nothing",
                "/app/assets",
                "/app/assets/",
                "/app/index.html/",
                "/app/Index.html",
                "/app//index.html",
                "/app/./index.html",
                "/app/../app/index.html",
                "/app/../application.properties",
                "/app/%2e%2e/application.properties",
                "/app/..%2fapplication.properties",
                "/app/..%5capplication.properties",
                "/app/..;/application.properties",
                "/app/index.html;a=b",
                "/app;a=b/index.html",
                "/app/index.html%00",
                "/app/assets%2flogo.png",
                "/app/META-INF/MANIFEST.MF",
                "/application.properties",
                "/APP/"
            })
    void isAllThereIs(String path) {
        RawHttp.Answer answer = RawHttp.send(port(), "GET", path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"})
    void isReadOnly(String method) {
        RawHttp.Answer answer = RawHttp.send(port(), method, "/app/index.html", "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").orElseThrow().split(",")).containsExactlyInAnyOrder("GET", "HEAD");
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void isNotCompressedSinceAClientMayPutItTogetherFromParts() {
        var response = exchange(request("/app/style.css").header("Accept-Encoding", "gzip"));

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(response.body()).contains(":root {");
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        String tag = exchange(request("/app/")).headers().firstValue("ETag").orElseThrow();

        var again = exchange(request("/app/index.html").header("If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }
}
