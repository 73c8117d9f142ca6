package dev.roost.http.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Decimals, whatever number has them. */
class DecimalsPropertyTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Property(tries = 5_000)
    void areAtMostTwoInAMultipleOfACent(@ForAll BigInteger digits, @ForAll @IntRange(min = -400, max = 400) int scale) {
        check(new BigDecimal(digits, scale));
    }

    @Property(tries = 5_000)
    void areNotCountedWhereTheyAreZero(@ForAll int digits, @ForAll @IntRange(max = 6) int scale) {
        check(BigDecimal.valueOf(digits, scale));
        check(BigDecimal.valueOf(digits, 2).setScale(2 + scale));
    }

    @Property
    void doNotOverflow(@ForAll int digits, @ForAll int exponent) {
        var number = BigDecimal.valueOf(digits, exponent);

        assertThat(DecimalsValidator.hasAtMost(2, number))
                .as("%s", number)
                .isEqualTo(digits == 0 || exponent <= 2 || digits % Math.pow(10, exponent - 2.0) == 0);
    }

    private void check(BigDecimal number) {
        assertThat(DecimalsValidator.hasAtMost(2, number))
                .as("%s", number)
                .isEqualTo(number.remainder(CENT).signum() == 0);
    }
}
