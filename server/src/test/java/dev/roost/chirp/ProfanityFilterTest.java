package dev.roost.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfanityFilterTest {

    private final ProfanityFilter filter =
            new ProfanityFilter(new ChirpSettings(List.of("kerfuffle", "sharbert", "Fornax", "tix")));

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "what a kerfuffle today,what a **** today",
                "kerfuffle,****",
                "KERFUFFLE sharBert fornax,**** **** ****",
                "kerfuffle kerfuffle,**** ****",
                "Sharbert! and kerfuffles,Sharbert! and kerfuffles",
                "my-fornax,my-fornax",
                "'  two  fornax  spaces  ','  two  ****  spaces  '",
                "' ',' '",
                "'',''",
                "'fornax ','**** '",
                "'fornax\tfornax','fornax\tfornax'",
                "'fornax\nfornax','fornax\nfornax'",
                "fornax\u00A0fornax,fornax\u00A0fornax"
            })
    void masksWholeWordsAndLeavesAllElse(String text, String cleaned) {
        assertThat(filter.clean(text)).isEqualTo(cleaned);
    }

    /** The Kelvin sign is a capital k, and the long s a small S. */
    @Test
    void knowsEveryCaseOfALetter() {
        assertThat(filter.clean("\u212Aerfuffle \u017Fharbert")).isEqualTo("**** ****");
    }

    @Test
    void knowsNoLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertThat(filter.clean("TIX tix")).isEqualTo("**** ****");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void masksNothingWithoutWords() {
        assertThat(new ProfanityFilter(new ChirpSettings(List.of())).clean("a kerfuffle  !"))
                .isEqualTo("a kerfuffle  !");
    }
}
