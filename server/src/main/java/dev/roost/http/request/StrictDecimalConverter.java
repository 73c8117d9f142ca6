package dev.roost.http.request;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads decimal numbers as JSON writes them, without an exponent (RFC 8259, section 6). Java's own reader also takes the
 * digits of other scripts, a plus sign, and a point with nothing before or behind it. An empty text is none.
 */
@Singleton
final class StrictDecimalConverter implements TypeConverter<String, BigDecimal> {

    private static final int MAX_LENGTH = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    @Override
    public Optional<BigDecimal> convert(String text, Class<BigDecimal> type, ConversionContext context) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
            context.reject(text, new NumberFormatException("not a decimal number"));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
