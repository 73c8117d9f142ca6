package dev.roost.http.json;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads a member without refusing one of the wrong type. */
@Singleton
final class JsonMemberDeserializer implements Deserializer<JsonMember<?>> {

    private final BeanProvider<JsonMapper> mapper;

    JsonMemberDeserializer(BeanProvider<JsonMapper> mapper) { // A provider, as the mapper needs the deserializers.
        this.mapper = mapper;
    }

    @Override
    public JsonMember<?> deserialize(Decoder decoder, DecoderContext context, Argument<? super JsonMember<?>> type)
            throws IOException {
        JsonNode node = decoder.decodeNode();
        if (node.isNull()) {
            return new JsonMember.Present<>(null);
        }
        try {
            Argument<?> valueType = type.getFirstTypeVariable().orElseThrow();
            return new JsonMember.Present<>(mapper.get().readValueFromTree(node, valueType));
        } catch (IOException e) { // The document is in memory already: nothing else can be wrong.
            return new JsonMember.Mistyped<>();
        }
    }

    @Override
    public JsonMember<?> deserializeNullable(
            Decoder decoder, DecoderContext context, Argument<? super JsonMember<?>> type) throws IOException {
        return deserialize(decoder, context, type);
    }

    @Override
    public JsonMember<?> getDefaultValue(DecoderContext context, Argument<? super JsonMember<?>> type) {
        return new JsonMember.Absent<>();
    }
}
