package dev.roost.http.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Writes a member as it was read: one of the wrong type as an empty object, which no value is. One that is absent is for
 * {@code @JsonInclude(NON_ABSENT)} to leave out.
 */
@Singleton
final class JsonMemberSerializer implements Serializer<JsonMember<?>> {

    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends JsonMember<?>> type, JsonMember<?> member)
            throws IOException {
        Object value = member.orNull();
        if (member instanceof JsonMember.Mistyped) {
            encoder.encodeObject(type).finishStructure();
        } else if (value == null) {
            encoder.encodeNull();
        } else {
            write(encoder, context, value);
        }
    }

    @SuppressWarnings("unchecked") // An object is of its own class.
    private static <T> void write(Encoder encoder, EncoderContext context, T value) throws IOException {
        Argument<T> type = Argument.of((Class<T>) value.getClass());
        Serializer<? super T> serializer = context.findSerializer(type).createSpecific(context, type);
        serializer.serialize(encoder, context, type, value);
    }

    @Override
    public boolean isAbsent(EncoderContext context, JsonMember<?> member) {
        return !member.isPresent();
    }
}
