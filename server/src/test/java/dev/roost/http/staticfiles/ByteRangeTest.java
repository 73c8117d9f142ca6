package dev.roost.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-, 0, 10",
        "bytes=9-, 9, 1",
        "bytes=2-4, 2, 3",
        "bytes=4-4, 4, 1",
        "bytes=2-10, 2, 8",
        "bytes=2-99999999999999999999, 2, 8",
        "bytes=-1, 9, 1",
        "bytes=-10, 0, 10",
        "bytes=-11, 0, 10",
        "BYTES=0000000000000000000000002-4, 2, 3"
    })
    void isAPartOfTheFile(String field, long start, long length) {
        assertThat(requested(field, 10)).hasValue(new ByteRange(start, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=4-3", "bytes=0-1,3-4", "bytes=a-b", "chars=0-1", "0-1", ""})
    void isTheWholeFileWhereNothingElseIsUnderstood(String field) {
        assertThat(requested(field, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-10", "bytes=99999999999999999999-", "bytes=-0"})
    void isRefusedWhereTheFileHasNone(String field) {
        assertThatThrownBy(() -> requested(field, 10)).isInstanceOf(ApiException.class);
    }

    @Test
    void isAllOfAnEmptyFileFromItsEnd() {
        assertThat(requested("bytes=-1", 0)).isEmpty();
        assertThatThrownBy(() -> requested("bytes=0-", 0)).isInstanceOf(ApiException.class);
    }

    @Test
    void saysWhichPartOfTheFileItIs() {
        assertThat(new ByteRange(2, 3).contentRange(10)).isEqualTo("bytes 2-4/10");
    }

    private static Optional<ByteRange> requested(String field, long size) {
        return ByteRange.requested(new SimpleHttpHeaders(Map.of("Range", field), ConversionService.SHARED), size);
    }
}
