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

    private static String text(JsonNode node) throws IOException {
        if (!node.isString()) {
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

    private static IOException mistyped(String expected, JsonNode node) {
        return new InvalidFormatException("not a " + expected, null, node);
    }
}
