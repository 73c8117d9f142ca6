package dev.roost.http.request;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads UUIDs in their one form of 36 characters (RFC 9562, section 4), of either case. Java's own reader fills up
 * {@code 1-1-1-1-1}. An empty text is none.
 */
@Singleton
final class StrictUuidConverter implements TypeConverter<String, UUID> {

    @Override
    public Optional<UUID> convert(String text, Class<UUID> type, ConversionContext context) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var uuid = UUID.fromString(text);
            if (!uuid.toString().equalsIgnoreCase(text)) {
                throw new IllegalArgumentException("not the UUID's one form");
            }
            return Optional.of(uuid);
        } catch (IllegalArgumentException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
