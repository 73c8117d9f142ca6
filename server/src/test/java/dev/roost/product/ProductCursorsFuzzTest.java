package dev.roost.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.roost.http.problem.ApiException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** Cursors of the catalogue, of which the fuzzer makes up the whole, or the place and the query. */
class ProductCursorsFuzzTest {

    private static final ProductOrder BY_NAME = ProductOrder.parse("name");

    private final ProductCursors cursors = new ProductCursors("a-secret-of-the-tests-and-of-nothing-else");

    ProductCursorsFuzzTest() throws GeneralSecurityException {}

    @FuzzTest
    void areOpenedOnlyAsTheyWereSealed(byte[] input) {
        String text = new String(input, UTF_8);
        opened(text, ProductFilter.NONE)
                .map(place -> cursors.seal(place, ProductFilter.NONE, BY_NAME))
                .ifPresent(again -> assertThat(decoded(text)).isEqualTo(decoded(again)));

        String[] parts = text.split("\0", 2);
        var place = new ProductPlace(parts[0], input.length);
        var filter = new ProductFilter(parts[parts.length - 1], null, null, null, null);
        String cursor = cursors.seal(place, filter, BY_NAME);
        assertThat(opened(cursor, filter)).hasValue(place);
        assertThat(opened(cursor, ProductFilter.NONE).isPresent()).isEqualTo(filter.isEmpty());
    }

    private Optional<ProductPlace> opened(String cursor, ProductFilter filter) {
        try {
            return Optional.of(cursors.open(cursor, filter, BY_NAME));
        } catch (ApiException refusal) {
            assertThat(refusal).hasMessageContaining("cursor");
            return Optional.empty();
        }
    }

    private static byte[] decoded(String cursor) {
        return Base64.getUrlDecoder().decode(cursor);
    }
}
