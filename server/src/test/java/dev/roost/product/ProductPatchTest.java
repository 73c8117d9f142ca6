package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A patch is written as it was read, so that it can be told from another. */
class ProductPatchTest extends ApiTest {

    @Inject
    private JsonMapper json;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":null}",
                "{\"name\":\"Lamp\"}",
                "{\"description\":\"\"}",
                "{\"description\":null}",
                "{\"name\":\"Lamp\",\"description\":null,\"price\":19.9,\"stock\":3}"
            })
    void isWrittenAsItWasRead(String document) throws IOException {
        assertThat(json.writeValueAsString(json.readValue(document, ProductPatch.class)))
                .isEqualTo(document);
    }

    @Test
    void tellsAValueOfTheWrongTypeFromNull() throws IOException {
        assertThat(json.writeValueAsString(json.readValue("{\"description\":5,\"stock\":3}", ProductPatch.class)))
                .isEqualTo("{\"description\":{},\"stock\":3}");
    }
}
