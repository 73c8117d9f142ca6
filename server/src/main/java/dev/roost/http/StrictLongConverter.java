package dev.roost.http;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads ids from paths: a number has one spelling, so that {@code 01} and {@code +1} are not another way to 1. */
@Singleton
final class StrictLongConverter implements TypeConverter<String, Long> {

    @Override
    public Optional<Long> convert(String text, Class<Long> type, ConversionContext context) {
        try {
            long number = Long.parseLong(text);
            return Long.toString(number).equals(text) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
