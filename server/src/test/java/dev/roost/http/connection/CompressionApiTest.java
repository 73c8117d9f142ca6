package dev.roost.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionApiTest extends ApiTest {

    @BeforeAll
    void fill() {
        String token = accounts.create().token();
        IntStream.range(0, 20).forEach(i -> post("/api/chirps", token, "{\"body\":\"Hello\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|gzip",
                "deflate|deflate",
                "snappy, gzip;q=0.5|gzip",
                "*, gzip|gzip",
                "SNAPPY|''",
                "snappy|''",
                "*|''",
                "gzip;q=0, *|''",
                "br, gzip;q=0|''",
                "deflate, gzip; Q=0.000|deflate",
                "br;q=0, gzip;q=0.001|gzip",
                "identity|''"
            })
    void isByACodingThatClientsRead(String accepted, String coding) {
        var answer = exchange(request("/problems").header("Accept-Encoding", accepted));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(coding);
    }

    /** RFC 9110, section 12.5.5: a cache would give it to a client that cannot read it. */
    @ParameterizedTest
    @ValueSource(strings = {"/problems", "/api/chirps", "/openapi.yaml", "/swagger-ui/"})
    void isWhatAnswersSayThatTheyMayVaryBy(String path) {
        for (String accepted : List.of("gzip", "identity", "")) {
            var answer = RawHttp.send(port(), "GET", path, "Accept-Encoding: " + accepted);

            assertThat(answer.header("Vary")).as("%s in %s", path, accepted).hasValue("Accept-Encoding");
        }
        assertThat(RawHttp.send(port(), "GET", path).header("Vary")).hasValue("Accept-Encoding");
    }

    /** What is small, or has a strong tag, is never compressed. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/healthz", "/nowhere", "/api/chirps?limit=1"})
    void isNothingThatOtherAnswersVaryBy(String path) {
        assertThat(RawHttp.send(port(), "GET", path, "Accept-Encoding: gzip").header("Vary"))
                .isEmpty();
    }
}
