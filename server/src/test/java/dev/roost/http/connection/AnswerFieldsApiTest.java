package dev.roost.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roost.ApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFieldsApiTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products", "/nowhere", "/test/failure", "/openapi.yaml"})
    void areOnRefusalsAndOnFiles(String path) {
        assertHeaders(exchange(request(path)));
    }

    @Test
    void areOnGoodAnswersAndOnWhatNoFilterSees() {
        assertHeaders(get("/api/v1/products", accounts.create().token()).response());
        assertHeaders(exchange(request("/").header("X-Big", "x".repeat(65_536))));
    }

    @Test
    void areOnAnswersWithoutABody() {
        var head = exchange(request("/openapi.yaml").method("HEAD", BodyPublishers.noBody()));
        assertHeaders(head);

        String tag = head.headers().firstValue("ETag").orElseThrow();
        var notModified = exchange(request("/openapi.yaml").header("If-None-Match", tag));
        assertThat(notModified.statusCode()).isEqualTo(304);
        assertHeaders(notModified);
    }

    @Test
    void keepWhatATokenWasNeededForOutOfCaches() {
        var response = get("/api/v1/products", accounts.create().token()).response();

        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static void assertNow(String date) {
        assertThat(date).matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
        assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    private static void assertHeaders(HttpResponse<String> response) {
        var headers = response.headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.allValues("Date")).singleElement().satisfies(AnswerFieldsApiTest::assertNow);
    }
}
