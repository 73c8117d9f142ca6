package dev.roost.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChirpQueryTest {

    private static final UUID AUTHOR = UUID.fromString("3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5c");
    private static final Cursor PLACE = new Cursor(Instant.parse("2026-11-21T09:30:00Z"), 42);

    @Test
    void beginsAtTheEndWhoseChirpsComeFirst() {
        assertThat(ChirpQuery.of(null, "asc", 10, null)).isEqualTo(new ChirpQuery(null, false, 10, Cursor.START));
        assertThat(ChirpQuery.of(null, "desc", 10, null)).isEqualTo(new ChirpQuery(null, true, 10, Cursor.END));
    }

    @Test
    void goesOnWhereACursorSays() {
        assertThat(ChirpQuery.of(AUTHOR, "desc", 10, PLACE.toString()))
                .isEqualTo(new ChirpQuery(AUTHOR, true, 10, PLACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DESC", "newest"})
    void listsTheOldestFirstForAllButDesc(String sort) {
        assertThat(ChirpQuery.of(null, sort, 10, null).isNewestFirst()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000})
    void takesLimitsWithinTheirBounds(long limit) {
        assertThat(ChirpQuery.of(null, "asc", limit, null).limit()).isEqualTo((int) limit);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1_001, 4_294_967_297L})
    void refusesOtherLimits(long limit) {
        assertThatThrownBy(() -> ChirpQuery.of(null, "asc", limit, null))
                .isInstanceOf(ApiException.class)
                .hasMessage("limit must be a whole number from 1 to 1000");
    }

    @ParameterizedTest
    @CsvSource({"asc, false", "desc, true"})
    void saysWhereTheNextChirpsAre(String sort, boolean isNewestFirst) {
        String rest = "sort=%s&limit=10&cursor=%s".formatted(sort, PLACE);

        assertThat(new ChirpQuery(null, isNewestFirst, 10, Cursor.START).uriAfter(PLACE))
                .hasToString("/api/chirps?" + rest);
        assertThat(new ChirpQuery(AUTHOR, isNewestFirst, 10, Cursor.START).uriAfter(PLACE))
                .hasToString("/api/chirps?author_id=" + AUTHOR + "&" + rest);
    }
}
