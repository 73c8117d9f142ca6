package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "7, 7",
        "'', 1",
        "0, 1",
        "-1, 1",
        "-9223372036854775809, 1",
        "abc, 1",
        "1.5, 1",
        "1e3, 1",
        "2147483648, 2147483648",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775807",
        "99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999, 9223372036854775807"
    })
    void readsThePage(String text, long page) {
        assertThat(PageRequest.of(text, "20", null).page()).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "'', 20", "0, 20", "-5, 20", "101, 20", "4294967297, 20", "abc, 20"})
    void readsTheLimit(String text, int limit) {
        assertThat(PageRequest.of("1", text, null).limit()).isEqualTo(limit);
    }

    @Test
    void leavesOutThePagesBefore() {
        assertThat(PageRequest.of("1", "20", null).offset()).isZero();
        assertThat(PageRequest.of("3", "20", null).offset()).isEqualTo(40);
    }

    @Test
    void leavesOutAsManyAsALongHolds() {
        assertThat(PageRequest.of("92233720368547759", "100", null).offset()).isEqualTo(9_223_372_036_854_775_800L);
        assertThat(PageRequest.of("92233720368547760", "100", null).offset()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void doesNotOverflow() {
        assertThat(PageRequest.of("9223372036854775807", "100", null).offset()).isEqualTo(Long.MAX_VALUE);
    }
}
