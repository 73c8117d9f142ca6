package dev.roost.http.request;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads {@code true} and {@code false}. Micronaut's own reader takes whatever is not true for false. An empty text is none. */
@Singleton
final class StrictBooleanConverter implements TypeConverter<String, Boolean> {

    @Override
    public Optional<Boolean> convert(String text, Class<Boolean> type, ConversionContext context) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case "" -> Optional.empty();
            default -> {
                context.reject(text, new IllegalArgumentException("neither true nor false"));
                yield Optional.empty();
            }
        };
    }
}
