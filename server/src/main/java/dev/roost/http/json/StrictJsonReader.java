package dev.roost.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.roost.http.problem.ApiException;
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
import io.micronaut.serde.exceptions.InvalidPropertyFormatException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a request body as one JSON object in UTF-8 (RFC 8259) and as nothing else: a duplicate member, bytes after the
 * object, another encoding or an absurd depth is a 400, a member of the wrong type a 422.
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

    StrictJsonReader(JsonMapper mapper) {
        this.mapper = mapper;
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
        if (!headers.contains(HttpHeaders.CONTENT_TYPE)) {
            throw ApiException.unsupportedMediaType("the body's media type must be given: application/json");
        }
        JsonNode document = parse(body);
        if (!document.isObject()) {
            throw ApiException.malformed("the body must be a JSON object");
        }
        try {
            return mapper.readValueFromTree(document, type);
        } catch (InvalidPropertyFormatException e) {
            throw ApiException.invalid(e.getArgument().getName(), "has the wrong type");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(byte[] body) {
        try (JsonParser parser = JSON.createParser(decode(body))) {
            JsonNode document = parser.nextToken() == null ? JsonNode.nullNode() : TREE.readTree(parser);
            if (parser.nextToken() != null) {
                throw ApiException.malformed("the body goes on behind its JSON object");
            }
            return document;
        } catch (IOException | NumberFormatException e) {
            throw ApiException.malformed("the body is not valid JSON");
        }
    }

    private static String decode(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(java.nio.ByteBuffer.wrap(body))
                .toString();
    }
}
