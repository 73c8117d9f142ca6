package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import java.math.BigDecimal;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ProductCursorsTest {

    private static final ProductFilter ALL = new ProductFilter(null, null, null, null, null);
    private static final ProductOrder BY_NAME = ProductOrder.parse("name");
    private static final ProductPlace PLACE = new ProductPlace("Bücherregal 🪶", 42);

    private final ProductCursors cursors = new ProductCursors("a-secret-of-the-tests-and-of-nothing-else");

    ProductCursorsTest() throws Exception {}

    @Test
    void opensWhatItSealed() {
        String cursor = cursors.seal(PLACE, ALL, BY_NAME);

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(cursors.open(cursor, ALL, BY_NAME)).isEqualTo(PLACE);
    }

    @Test
    void opensNothingThatIsChangedInOneByte() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.seal(PLACE, ALL, BY_NAME));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertRefused(cursors, Base64.getUrlEncoder().withoutPadding().encodeToString(changed), ALL);
        }
    }

    @Test
    void opensNothingOfAnotherFilter() {
        String cursor = cursors.seal(PLACE, new ProductFilter("x", BigDecimal.ONE, null, null, null), BY_NAME);

        assertRefused(cursors, cursor, ALL);
        assertRefused(cursors, cursor, new ProductFilter("x", null, BigDecimal.ONE, null, null));
        assertRefused(cursors, cursor, new ProductFilter("x1", null, null, null, null));
    }

    @Test
    void opensNothingOfAnotherKey() throws Exception {
        String cursor = cursors.seal(PLACE, ALL, BY_NAME);

        assertRefused(new ProductCursors("another-secret-of-the-tests-and-of-nothing-else"), cursor, ALL);
    }

    private static void assertRefused(ProductCursors cursors, String cursor, ProductFilter filter) {
        assertThatThrownBy(() -> cursors.open(cursor, filter, BY_NAME))
                .isInstanceOf(ApiException.class)
                .hasMessage("cursor is none of this query's");
    }
}
