package dev.roost.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.core.type.Argument;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in paths and queries. */
class StrictConvertersTest {

    private static final String DIGITS_64 = "1111111111111111111111111111111111111111111111111111111111111111";

    @Test
    void readNumbers() {
        assertAccepted(new StrictLongConverter(), "0", 0L);
        assertAccepted(new StrictLongConverter(), "42", 42L);
        assertAccepted(new StrictLongConverter(), "-1", -1L);
        assertAccepted(new StrictLongConverter(), "9223372036854775807", Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "01", "+1", "-0", " 1", "1.0", "1e3", "\u0661", "9223372036854775808"})
    void refuseOtherSpellingsOfNumbers(String text) {
        assertRefused(new StrictLongConverter(), Long.class, text);
    }

    @Test
    void readDecimals() {
        assertAccepted(new StrictDecimalConverter(), "0", BigDecimal.ZERO);
        assertAccepted(new StrictDecimalConverter(), "-19.90", new BigDecimal("-19.90"));
        assertAccepted(new StrictDecimalConverter(), DIGITS_64, new BigDecimal(DIGITS_64));
        assertAbsent(new StrictDecimalConverter(), BigDecimal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "01", "+1", ".5", "5.", "1e3", "1,5", "\u0661", DIGITS_64 + "1"})
    void refuseOtherSpellingsOfDecimals(String text) {
        assertRefused(new StrictDecimalConverter(), BigDecimal.class, text);
    }

    @Test
    void readTruthValues() {
        assertAccepted(new StrictBooleanConverter(), "true", true);
        assertAccepted(new StrictBooleanConverter(), "false", false);
        assertAbsent(new StrictBooleanConverter(), Boolean.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "yes", "1", " true"})
    void refuseOtherSpellingsOfTruthValues(String text) {
        assertRefused(new StrictBooleanConverter(), Boolean.class, text);
    }

    @Test
    void readUuids() {
        var uuid = UUID.fromString("3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5c");

        assertAccepted(new StrictUuidConverter(), "3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5c", uuid);
        assertAccepted(new StrictUuidConverter(), "3B5D7E0C-8D5F-4D52-9A3C-0F6B0D1F3A5C", uuid);
        assertAbsent(new StrictUuidConverter(), UUID.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "3b5d7e0c8d5f4d529a3c0f6b0d1f3a5c",
                "{3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5c}",
                "3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5g"
            })
    void refuseOtherSpellingsOfUuids(String text) {
        assertRefused(new StrictUuidConverter(), UUID.class, text);
    }

    @SuppressWarnings("unchecked") // An object is of its own class.
    private static <T> void assertAccepted(TypeConverter<String, T> converter, String text, T value) {
        var context = context((Class<T>) value.getClass());

        assertThat(converter.convert(text, (Class<T>) value.getClass(), context))
                .hasValue(value);
        assertThat(context.getLastError()).isEmpty();
    }

    /** An empty parameter is as good as none. */
    private static <T> void assertAbsent(TypeConverter<String, T> converter, Class<T> type) {
        var context = context(type);

        assertThat(converter.convert("", type, context)).isEmpty();
        assertThat(context.getLastError()).isEmpty();
    }

    private static <T> void assertRefused(TypeConverter<String, T> converter, Class<T> type, String text) {
        var context = context(type);

        Optional<T> value = converter.convert(text, type, context);

        assertThat(value).isEmpty();
        assertThat(context.getLastError()).hasValueSatisfying(error -> assertThat(error.getOriginalValue())
                .hasValue(text));
    }

    private static <T> ArgumentConversionContext<T> context(Class<T> type) {
        return ConversionContext.of(Argument.of(type));
    }
}
