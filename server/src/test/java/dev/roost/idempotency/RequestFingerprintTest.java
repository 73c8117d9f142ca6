package dev.roost.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFingerprintTest {

    private final RequestFingerprint fingerprints = new RequestFingerprint(JsonMapper.createDefault());

    @ParameterizedTest
    @CsvSource({"19.9, 19.90", "10, 1e1", "0, 0.00"})
    void isTheSameHoweverANumberIsWritten(BigDecimal number, BigDecimal same) {
        assertThat(ofPrice("create", number)).isEqualTo(ofPrice("create", same));
    }

    @Test
    void isAnotherForAnotherContentOrOperation() {
        assertThat(ofPrice("create", BigDecimal.ONE))
                .isNotEqualTo(ofPrice("create", BigDecimal.TWO))
                .isNotEqualTo(ofPrice("update 1", BigDecimal.ONE))
                .isNotEqualTo(fingerprints.of("create", Map.of("stock", BigDecimal.ONE)))
                .isNotEqualTo(fingerprints.of("create", null));
    }

    private String ofPrice(String operation, BigDecimal price) {
        return fingerprints.of(operation, Map.of("price", price));
    }
}
