package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Pages, whatever is asked for. */
class PageRequestPropertyTest {

    @Property
    void areWithinTheirBoundsForAnyText(@ForAll String page, @ForAll String limit) {
        var request = PageRequest.of(page, limit, null);

        assertThat(request.page()).isPositive();
        assertThat(request.limit()).isBetween(1, PageRequest.MAX_LIMIT);
        assertThat(request.offset()).isNotNegative();
    }

    @Property
    void areReadAsTheContractSaysForAnyNumber(@ForAll BigInteger page, @ForAll BigInteger limit) {
        var request = PageRequest.of(page.toString(), limit.toString(), null);

        BigInteger highest = BigInteger.valueOf(Long.MAX_VALUE);
        assertThat(request.page())
                .isEqualTo(page.max(BigInteger.ONE).min(highest).longValueExact());
        boolean isLimit = limit.signum() > 0 && limit.compareTo(BigInteger.valueOf(PageRequest.MAX_LIMIT)) <= 0;
        assertThat(request.limit()).isEqualTo(isLimit ? limit.intValueExact() : 20);
    }

    @Property
    void beginWhereThePageBeforeEnds(@ForAll long page, @ForAll int limit) {
        var request = PageRequest.of(String.valueOf(page), String.valueOf(limit), null);

        BigInteger before = BigInteger.valueOf(request.page() - 1).multiply(BigInteger.valueOf(request.limit()));
        assertThat(request.offset())
                .isEqualTo(before.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
    }
}
