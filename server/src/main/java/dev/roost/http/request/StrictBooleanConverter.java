package dev.roost.http.request;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code true} and {@code false}, and the other words for them that Micronaut knows in its own settings. Its own
 * reader takes whatever is not true for false. An empty text is none.
 */
@Singleton
final class StrictBooleanConverter implements TypeConverter<String, Boolean> {

    @Override
    public Optional<Boolean> convert(String text, Class<Boolean> type, ConversionContext context) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on" -> Optional.of(true);
            case "false", "no", "n", "off" -> Optional.of(false);
            case "" -> Optional.empty();
            default -> {
                context.reject(text, new IllegalArgumentException("neither true nor false"));
                yield Optional.empty();
            }
        };
    }
}
