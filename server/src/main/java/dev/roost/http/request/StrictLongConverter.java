package dev.roost.http.request;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads numbers from paths and queries: each has one spelling, so that {@code 01} is not another way to 1. */
@Singleton
final class StrictLongConverter implements TypeConverter<String, Long> {

    @Override
    public Optional<Long> convert(String text, Class<Long> type, ConversionContext context) {
        try {
            long number = Long.parseLong(text);
            if (!Long.toString(number).equals(text)) {
                throw new NumberFormatException("not the number's one spelling");
            }
            return Optional.of(number);
        } catch (NumberFormatException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
