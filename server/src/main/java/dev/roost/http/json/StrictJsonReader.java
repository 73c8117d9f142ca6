package dev.roost.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.roost.http.problem.ApiException;
import dev.roost.http.problem.FieldError;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.body.JsonMessageHandler;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.config.naming.PropertyNamingStrategy;
import io.micronaut.serde.exceptions.InvalidPropertyFormatException;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body as one JSON object in UTF-8 (RFC 8259) and as nothing else: a duplicate member, bytes after the
 * object, another encoding, U+0000, a lone surrogate or an absurd depth is a 400, a member of the wrong type a 422.
 */
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Order(JsonMessageHandler.ORDER - 10)
final class StrictJsonReader<T> implements MessageBodyReader<T> {

    private static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    private static final JsonNodeTreeCodec TREE = JsonNodeTreeCodec.getInstance()
            .withConfig(
                    JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true).withUseBigIntegerForInts(true));

    private final JsonMapper mapper;
    private final Validator validator;

    StrictJsonReader(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> body) throws CodecException {
        T object = read(type, headers, body.toByteArray());
        if (body instanceof ReferenceCounted counted) { // The caller releases what could not be read.
            counted.release();
        }
        return object;
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) throws CodecException {
        try {
            return read(type, headers, body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private T read(Argument<T> type, Headers headers, byte[] body) {
        if (!isJson(headers.get(HttpHeaders.CONTENT_TYPE))) {
            throw ApiException.unsupportedMediaType("the body must be sent as application/json");
        }
        JsonNode document = parse(body);
        if (!document.isObject()) {
            throw ApiException.malformed("the body must be a JSON object");
        }
        return bind(document, type, List.of());
    }

    /** Leaves out each member of the wrong type in turn, so that the caller learns of all that is wrong at once. */
    private T bind(JsonNode document, Argument<T> type, List<FieldError> mistyped) {
        T value;
        try {
            value = mapper.readValueFromTree(document, type);
        } catch (InvalidPropertyFormatException e) {
            String member = PropertyNamingStrategy.SNAKE_CASE.translate(e.getArgument());
            var members = new HashMap<String, JsonNode>();
            document.entries().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
            members.remove(member);
            var errors = new ArrayList<>(mistyped);
            errors.add(new FieldError(member, "has the wrong type"));
            return bind(JsonNode.createObjectNode(members), type, errors);
        } catch (IOException e) {
            throw ApiException.malformed("the body cannot be read");
        }
        if (!mistyped.isEmpty()) {
            throw ApiException.invalid(mistyped, validator.validate(value));
        }
        return value;
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    private static JsonNode parse(byte[] body) {
        try (JsonParser parser = JSON.createParser(decode(body))) {
            JsonNode document = parser.nextToken() == null ? JsonNode.nullNode() : TREE.readTree(parser);
            if (parser.nextToken() != null) {
                throw ApiException.malformed("the body goes on behind its JSON object");
            }
            requireCharacters(document);
            return document;
        } catch (IOException | NumberFormatException e) {
            throw ApiException.malformed("the body is not valid JSON");
        }
    }

    /** U+0000 and lone surrogates are valid in JSON but are no characters that a database could keep. */
    private static void requireCharacters(JsonNode node) {
        if (node.isString()) {
            requireCharacters(node.getStringValue());
        } else if (node.isArray()) {
            node.values().forEach(StrictJsonReader::requireCharacters);
        } else if (node.isObject()) {
            node.entries().forEach(member -> {
                requireCharacters(member.getKey());
                requireCharacters(member.getValue());
            });
        }
    }

    private static void requireCharacters(String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            throw ApiException.malformed("the body holds U+0000 or a lone surrogate");
        }
    }

    private static String decode(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(java.nio.ByteBuffer.wrap(body))
                .toString();
    }
}
