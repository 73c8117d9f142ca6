package dev.roost.idempotency;

import dev.roost.http.Sha256;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Tells requests apart by what they ask for, and not by how that is written: 19.9 is 19.90. */
@Singleton
final class RequestFingerprint {

    private final JsonMapper json;

    RequestFingerprint(JsonMapper json) {
        this.json = json;
    }

    /** Returns 64 hexadecimal digits that no other operation or content has. */
    String of(String operation, @Nullable Object content) {
        try {
            JsonNode node = content == null ? JsonNode.nullNode() : canonical(json.writeValueToTree(content));
            String request = operation + "\n" + json.writeValueAsString(node);
            return HexFormat.of().formatHex(Sha256.digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Members keep the order of the record that holds the body, and no body holds a list. */
    private static JsonNode canonical(JsonNode node) {
        if (node.isNumber()) {
            return JsonNode.createNumberNode(canonical(node.getBigDecimalValue()));
        }
        if (node.isObject()) {
            var members = new LinkedHashMap<String, JsonNode>();
            node.entries().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
            return JsonNode.createObjectNode(members);
        }
        return node;
    }

    private static BigDecimal canonical(BigDecimal number) {
        try {
            return number.stripTrailingZeros();
        } catch (ArithmeticException e) { // 100e2147483647 has no shorter form.
            return number;
        }
    }
}
