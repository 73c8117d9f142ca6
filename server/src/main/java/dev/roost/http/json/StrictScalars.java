package dev.roost.http.json;

import io.micronaut.context.annotation.Factory;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.InvalidFormatException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads texts and numbers without turning one into the other, and numbers without losing a digit. */
@Factory
final class StrictScalars {

    @Singleton
    Deserializer<String> text() {
        return (decoder, context, type) -> text(decoder.decodeNode());
    }

    @Singleton
    Deserializer<Integer> wholeNumber() {
        return (decoder, context, type) -> wholeNumber(decoder.decodeNode());
    }

    @Singleton
    Deserializer<BigDecimal> decimal() {
        return (decoder, context, type) -> decimal(decoder.decodeNode());
    }

    /** U+0000 and lone surrogates are valid in JSON but are no characters that a database could keep. */
    private static String text(JsonNode node) throws IOException {
        if (!node.isString() || !isWellFormed(node.getStringValue())) {
            throw mistyped("text", node);
        }
        return node.getStringValue();
    }

    private static int wholeNumber(JsonNode node) throws IOException {
        try {
            return decimal(node).intValueExact();
        } catch (ArithmeticException e) {
            throw mistyped("32-bit whole number", node);
        }
    }

    private static BigDecimal decimal(JsonNode node) throws IOException {
        if (!node.isNumber()) {
            throw mistyped("number", node);
        }
        return node.getBigDecimalValue();
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static IOException mistyped(String expected, JsonNode node) {
        return new InvalidFormatException("not a " + expected, null, node);
    }
}
