package dev.roost.chirp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.regex.Pattern;

/** Chirps that a fuzzer makes up, which lose the words and nothing else. */
class ProfanityFilterFuzzTest {

    private static final Pattern WORDS = Pattern.compile("(?iu)(?<![^ ])(kerfuffle|sharbert|fornax)(?![^ ])");

    private final ProfanityFilter filter =
            new ProfanityFilter(new ChirpSettings(List.of("kerfuffle", "sharbert", "fornax")));

    @FuzzTest
    void masksTheWordsAndNothingElse(byte[] input) {
        String text = new String(input, UTF_8);

        assertThat(filter.clean(text)).isEqualTo(WORDS.matcher(text).replaceAll("****"));
    }
}
