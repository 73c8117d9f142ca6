package dev.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTest {

    @ParameterizedTest
    @CsvSource({"Bearer abc, abc", "bEARER abc, abc", "'Bearer   abc ', abc", "Bearer a b, a b", "'Bearer ', ''"})
    void holdsWhatStandsBehindItsScheme(String field, String credentials) {
        var request = HttpRequest.GET("/").header("Authorization", field);

        assertThat(AuthorizationHeader.credentials(request, "Bearer")).isEqualTo(credentials);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearerabc", "Basic abc", "ApiKey Bearer abc", "abc"})
    void holdsNothingOfAnotherScheme(String field) {
        var request = HttpRequest.GET("/").header("Authorization", field);

        assertThat(AuthorizationHeader.credentials(request, "Bearer")).isNull();
    }

    @Test
    void holdsNothingWhereThereIsNoneOrMoreThanOne() {
        var twice = HttpRequest.GET("/").header("Authorization", "Bearer abc").header("Authorization", "Bearer abc");

        assertThat(AuthorizationHeader.credentials(HttpRequest.GET("/"), "Bearer"))
                .isNull();
        assertThat(AuthorizationHeader.credentials(twice, "Bearer")).isNull();
    }
}
