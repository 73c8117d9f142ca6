package dev.roost.chirp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.roost.http.problem.ApiException;

/** The cursors of the list of chirps, which have one spelling, as bytes that a fuzzer makes up. */
class CursorFuzzTest {

    @FuzzTest
    void isReadInItsOneSpellingOnly(byte[] input) {
        String text = new String(input, UTF_8);
        try {
            assertThat(Cursor.parse(text)).hasToString(text).isEqualTo(Cursor.parse(text));
        } catch (ApiException refusal) {
            assertThat(refusal).hasMessageContaining("cursor");
        }
    }
}
