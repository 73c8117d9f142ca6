package dev.roost.http.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.InvalidFormatException;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads a member of a PATCH body. */
@Singleton
final class PatchFieldDeserializer implements Deserializer<PatchField<Object>> {

    @Override
    public Deserializer<PatchField<Object>> createSpecific(
            DecoderContext context, Argument<? super PatchField<Object>> type) throws SerdeException {
        @SuppressWarnings("unchecked") // The type of the field's value, whatever it is.
        var valueType = (Argument<Object>) type.getFirstTypeVariable().orElseThrow();
        Deserializer<?> value = context.findDeserializer(valueType).createSpecific(context, valueType);
        return new Typed(value, valueType);
    }

    @Override
    public PatchField<Object> deserialize(
            Decoder decoder, DecoderContext context, Argument<? super PatchField<Object>> type) {
        throw new IllegalStateException("a PATCH field is read by a deserializer made for its type");
    }

    private record Typed(Deserializer<?> deserializer, Argument<Object> valueType)
            implements Deserializer<PatchField<Object>> {

        @Override
        public PatchField<Object> deserialize(
                Decoder decoder, DecoderContext context, Argument<? super PatchField<Object>> type) throws IOException {
            try {
                return new PatchField.Present<>(deserializer.deserializeNullable(decoder, context, valueType));
            } catch (InvalidFormatException e) {
                return new PatchField.Mistyped<>();
            }
        }

        @Override
        public PatchField<Object> deserializeNullable(
                Decoder decoder, DecoderContext context, Argument<? super PatchField<Object>> type) throws IOException {
            return deserialize(decoder, context, type);
        }

        @Override
        public PatchField<Object> getDefaultValue(DecoderContext context, Argument<? super PatchField<Object>> type) {
            return new PatchField.Absent<>();
        }
    }
}
