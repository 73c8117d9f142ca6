package dev.roost.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionApiTest extends ApiTest {

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
                "identity|''"
            })
    void isByACodingThatClientsRead(String accepted, String coding) {
        var answer = exchange(request("/problems").header("Accept-Encoding", accepted));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(coding);
    }
}
