package dev.roost.chirp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roost.http.problem.ApiException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void isReadAsItWasWritten() {
        var cursor = new Cursor(Instant.parse("2026-11-21T09:30:00.123456Z"), 42);

        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+").hasSize(Cursor.LENGTH);
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @Test
    void knowsTheFirstPlaceAndTheLast() {
        assertThat(Cursor.parse(Cursor.START.toString())).isEqualTo(Cursor.START);
        assertThat(Cursor.parse(Cursor.END.toString())).isEqualTo(Cursor.END);
    }

    /** The last of the 22 characters holds four bits that say nothing. */
    @Test
    void hasOneSpelling() {
        String cursor = new Cursor(Instant.parse("2026-11-21T09:30:00.123456Z"), 42).toString();
        assertThat(cursor).endsWith("g");
        for (char last : "hijklmnopqrstuv=".toCharArray()) {
            assertRefused(cursor.substring(0, 21) + last);
        }
        assertRefused(cursor + "==");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a", "AAAA", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "+/", "\u00E9", "\0"})
    void refusesWhatIsNone(String text) {
        assertRefused(text);
    }

    @Test
    void refusesWhatIsLonger() {
        assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString("seventeen bytes!!".getBytes(UTF_8)));
    }

    /** PostgreSQL's timestamps begin in 4714 BC, long after the first instant of 64 bits. */
    @Test
    void refusesATimeThatTheDatabaseDoesNotKnow() {
        assertRefused(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text))
                .as(text)
                .isInstanceOf(ApiException.class)
                .hasMessage("cursor is none of this list's");
    }
}
