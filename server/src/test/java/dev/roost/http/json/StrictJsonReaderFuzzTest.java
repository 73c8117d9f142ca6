package dev.roost.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.roost.http.problem.ApiException;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.simple.SimpleHttpHeaders;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.validation.validator.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies that a fuzzer makes up: what is accepted is the same to a reader that is not ours. */
class StrictJsonReaderFuzzTest {

    private static final ObjectMapper OTHER = com.fasterxml.jackson.databind.json.JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** {@code 1e0} is 1. */
    private static final Comparator<com.fasterxml.jackson.databind.JsonNode> BY_VALUE =
            (one, two) -> one.isNumber() && two.isNumber()
                    ? one.decimalValue().compareTo(two.decimalValue())
                    : one.equals(two) ? 0 : 1;

    private static final JsonMapper MAPPER = JsonMapper.createDefault();

    private final StrictJsonReader<JsonNode> reader = new StrictJsonReader<>(MAPPER, Validator.getInstance());

    @FuzzTest
    void areReadAsAnyOtherReaderReadsThem(byte[] body) throws IOException {
        JsonNode document = read(body);
        if (document == null) {
            return;
        }
        byte[] written = MAPPER.writeValueAsBytes(document);
        var other = OTHER.readTree(body);

        assertThat(other.isObject()).isTrue();
        assertThat(OTHER.readTree(written).equals(BY_VALUE, other))
                .as("%s is %s".formatted(other, document))
                .isTrue();
        assertThat(MAPPER.writeValueAsBytes(read(written))).isEqualTo(written);
        try (JsonParser tokens = OTHER.createParser(body)) {
            while (tokens.nextToken() != null) {
                assertThat(tokens.getText().codePoints())
                        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
            }
        }
    }

    /** Returns nothing for what is refused. */
    private @Nullable JsonNode read(byte[] body) {
        var headers = new SimpleHttpHeaders(Map.of("Content-Type", "application/json"), ConversionService.SHARED);
        try {
            return reader.read(
                    Argument.of(JsonNode.class),
                    MediaType.APPLICATION_JSON_TYPE,
                    headers,
                    new ByteArrayInputStream(body));
        } catch (ApiException refusal) {
            return null;
        }
    }
}
