package dev.roost.chirp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** Chirps and the cursors of their list, whatever is sent for one. */
class ChirpPropertyTest {

    private final ProfanityFilter filter = new ProfanityFilter(new ChirpSettings(List.of("kerfuffle", "sharbert")));

    @Property
    void loseTheWordsAndNothingElse(@ForAll("texts") String text) {
        String cleaned = filter.clean(text);

        String[] before = text.split(" ", -1);
        String[] after = cleaned.split(" ", -1);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.length; i++) {
            boolean isFiltered = before[i].equalsIgnoreCase("kerfuffle") || before[i].equalsIgnoreCase("sharbert");
            assertThat(after[i]).isEqualTo(isFiltered ? "****" : before[i]);
        }
        assertThat(filter.clean(cleaned)).isEqualTo(cleaned);
    }

    @Property
    void areFoundAgainByTheirCursor(
            @ForAll @LongRange(min = 0) long micros, @ForAll @LongRange(min = 0) long position) {
        var cursor = new Cursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), position);

        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
        assertThat(cursor.toString()).hasSize(Cursor.LENGTH);
    }

    @Property
    void haveOneSpellingOfTheirCursor(@ForAll @StringLength(max = 30) String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(ApiException.class);
    }

    @Property
    void haveOneSpellingOfTheirCursorInItsAlphabet(@ForAll("cursors") String text) {
        try {
            assertThat(Cursor.parse(text)).hasToString(text);
        } catch (ApiException e) {
            assertThat(e).hasMessageContaining("cursor");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var words = Arbitraries.oneOf(
                Arbitraries.of("kerfuffle", "KERFUFFLE", "Sharbert", "Sharbert!", "", "  "), Arbitraries.strings());
        return words.list().map(parts -> String.join(" ", parts));
    }

    @Provide
    Arbitrary<String> cursors() {
        return Arbitraries.strings().alpha().numeric().withChars('-', '_').ofLength(Cursor.LENGTH);
    }
}
