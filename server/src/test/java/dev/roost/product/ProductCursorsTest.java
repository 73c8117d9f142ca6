package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import io.micronaut.core.beans.BeanIntrospection;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductCursorsTest {

    private static final ProductOrder BY_NAME = ProductOrder.parse("name");
    private static final ProductPlace PLACE = new ProductPlace("Bücherregal 🪶", 42);

    private final ProductCursors cursors = new ProductCursors("a-secret-of-the-tests-and-of-nothing-else");

    ProductCursorsTest() throws Exception {}

    @Test
    void opensWhatItSealed() {
        String cursor = cursors.seal(PLACE, ProductFilter.NONE, BY_NAME);

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(cursors.open(cursor, ProductFilter.NONE, BY_NAME)).isEqualTo(PLACE);
    }

    @Test
    void isLongestForANameOfFourBytesACharacter() {
        var place = new ProductPlace("🪶".repeat(Product.MAX_NAME_LENGTH), Long.MAX_VALUE);

        assertThat(cursors.seal(place, ProductFilter.NONE, BY_NAME)).hasSize(ProductCursors.MAX_LENGTH);
    }

    @Test
    void opensNothingThatIsChangedInOneByte() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.seal(PLACE, ProductFilter.NONE, BY_NAME));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertRefused(cursors, Base64.getUrlEncoder().withoutPadding().encodeToString(changed), ProductFilter.NONE);
        }
    }

    @Test
    void opensNothingOfAnotherFilter() {
        String cursor = cursors.seal(PLACE, new ProductFilter("x", BigDecimal.ONE, null, null, null), BY_NAME);

        assertRefused(cursors, cursor, ProductFilter.NONE);
        assertRefused(cursors, cursor, new ProductFilter("x", null, BigDecimal.ONE, null, null));
        assertRefused(cursors, cursor, new ProductFilter("x1", null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("filtersOfOneParameter")
    void sealsEveryParameterOfAFilter(ProductFilter filter) {
        assertRefused(cursors, cursors.seal(PLACE, filter, BY_NAME), ProductFilter.NONE);
    }

    static Stream<ProductFilter> filtersOfOneParameter() {
        Map<Class<?>, Object> values =
                Map.of(String.class, "null", BigDecimal.class, BigDecimal.ONE, Boolean.class, false, Long.class, 1L);
        var parameters = ProductFilter.class.getRecordComponents();
        return IntStream.range(0, parameters.length).mapToObj(i -> {
            var arguments = new Object[parameters.length];
            arguments[i] = values.get(parameters[i].getType());
            return BeanIntrospection.getIntrospection(ProductFilter.class).instantiate(false, arguments);
        });
    }

    @Test
    void opensNothingOfAnotherKey() throws Exception {
        String cursor = cursors.seal(PLACE, ProductFilter.NONE, BY_NAME);

        assertRefused(
                new ProductCursors("another-secret-of-the-tests-and-of-nothing-else"), cursor, ProductFilter.NONE);
    }

    private static void assertRefused(ProductCursors cursors, String cursor, ProductFilter filter) {
        assertThatThrownBy(() -> cursors.open(cursor, filter, BY_NAME))
                .isInstanceOf(ApiException.class)
                .hasMessage("cursor is none of this query's");
    }
}
