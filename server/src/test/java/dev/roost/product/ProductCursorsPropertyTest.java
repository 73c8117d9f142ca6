package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import java.util.Base64;
import java.util.HexFormat;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** Cursors, whatever is in them and whatever is sent for one. */
class ProductCursorsPropertyTest {

    private static final ProductOrder BY_NAME = ProductOrder.parse("name");

    private final ProductCursors cursors = new ProductCursors("a-secret-of-the-tests-and-of-nothing-else");

    ProductCursorsPropertyTest() throws Exception {}

    @Property
    void areOpenedAsTheyWereSealed(
            @ForAll @CharRange(from = ' ', to = '\uD7FF') @StringLength(max = Product.MAX_NAME_LENGTH) String key,
            @ForAll @LongRange(min = 1) long id) {
        var place = new ProductPlace(key, id);

        assertThat(cursors.open(cursors.seal(place, ProductFilter.NONE, BY_NAME), ProductFilter.NONE, BY_NAME))
                .isEqualTo(place);
    }

    @Property
    void areNotMadeUp(@ForAll @AlphaChars @NumericChars @Chars({'-', '_', '=', '+', ' '}) String text) {
        assertThatThrownBy(() -> cursors.open(text, ProductFilter.NONE, BY_NAME))
                .isInstanceOf(ApiException.class);
    }

    @Property
    void areNotChanged(
            @ForAll @LongRange(min = 1) long id, @ForAll @IntRange(max = 1_000) int at, @ForAll @AlphaChars char with) {
        String cursor = cursors.seal(new ProductPlace("Desk lamp", id), ProductFilter.NONE, BY_NAME);
        var changed = new StringBuilder(cursor);
        changed.setCharAt(at % cursor.length(), with);
        Assume.that(!bytes(changed.toString()).equals(bytes(cursor)));

        assertThatThrownBy(() -> cursors.open(changed.toString(), ProductFilter.NONE, BY_NAME))
                .isInstanceOf(ApiException.class);
    }

    private static String bytes(String cursor) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(cursor));
    }
}
