package dev.roost.http.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.InvalidFormatException;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads a member without refusing one of the wrong type. */
@Singleton
final class JsonMemberDeserializer implements Deserializer<JsonMember<Object>> {

    @Override
    public Deserializer<JsonMember<Object>> createSpecific(
            DecoderContext context, Argument<? super JsonMember<Object>> type) throws SerdeException {
        @SuppressWarnings("unchecked") // The type of the member's value, whatever it is.
        var valueType = (Argument<Object>) type.getFirstTypeVariable().orElseThrow();
        Deserializer<?> value = context.findDeserializer(valueType).createSpecific(context, valueType);
        return new Typed(value, valueType);
    }

    @Override
    public JsonMember<Object> deserialize(
            Decoder decoder, DecoderContext context, Argument<? super JsonMember<Object>> type) {
        throw new IllegalStateException("a member is read by a deserializer made for its type");
    }

    private record Typed(Deserializer<?> deserializer, Argument<Object> valueType)
            implements Deserializer<JsonMember<Object>> {

        @Override
        public JsonMember<Object> deserialize(
                Decoder decoder, DecoderContext context, Argument<? super JsonMember<Object>> type) throws IOException {
            try {
                return new JsonMember.Present<>(deserializer.deserializeNullable(decoder, context, valueType));
            } catch (InvalidFormatException e) {
                return new JsonMember.Mistyped<>();
            }
        }

        @Override
        public JsonMember<Object> deserializeNullable(
                Decoder decoder, DecoderContext context, Argument<? super JsonMember<Object>> type) throws IOException {
            return deserialize(decoder, context, type);
        }

        @Override
        public JsonMember<Object> getDefaultValue(DecoderContext context, Argument<? super JsonMember<Object>> type) {
            return new JsonMember.Absent<>();
        }
    }
}
