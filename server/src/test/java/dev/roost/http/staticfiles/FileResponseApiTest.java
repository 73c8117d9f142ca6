package dev.roost.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file is sent: its type, its validators, and what conditions and ranges make of it (RFC 9110). */
class FileResponseApiTest extends WebFolderTest {

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html; charset=utf-8",
        "ten.txt, text/plain; charset=utf-8",
        "empty.bin, application/octet-stream",
        "large.mp4, video/mp4"
    })
    void hasMediaTypesByName(String name, String mediaType) {
        assertThat(head("/app/" + name).header("Content-Type")).hasValue(mediaType);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=9-9, 9, bytes 9-9/10",
        "bytes=2-4, 234, bytes 2-4/10",
        "bytes=0-, 0123456789, bytes 0-9/10",
        "bytes=8-, 89, bytes 8-9/10",
        "bytes=8-99, 89, bytes 8-9/10",
        "bytes=8-99999999999999999999, 89, bytes 8-9/10",
        "bytes=-1, 9, bytes 9-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=-99, 0123456789, bytes 0-9/10",
        "BYTES= 2-4, 234, bytes 2-4/10"
    })
    void sendsARange(String range, String body, String contentRange) {
        RawHttp.Answer answer = fetch("/app/ten.txt", "Range: " + range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.header("Content-Range")).hasValue(contentRange);
        assertThat(answer.header("Content-Length")).hasValue(String.valueOf(body.length()));
        assertThat(answer.header("ETag")).hasValue(TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=99999999999999999999-"})
    void answers416ToARangeThatIsNotThere(String range) {
        RawHttp.Answer answer = fetch("/app/ten.txt", "Range: " + range);

        assertProblem(answer, 416);
        assertThat(answer.header("Content-Range")).hasValue("bytes */10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=4-2", "bytes=-", "bytes=", "bytes", "bytes=a-b", "lines=0-1", "bytes=0-1,3-4", "bytes=1"})
    void sendsTheWholeFileForARangeThatItDoesNotUnderstand(String range) {
        RawHttp.Answer answer = fetch("/app/ten.txt", "Range: " + range);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("0123456789");
        assertThat(answer.header("Content-Range")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Modified-Since", "If-Unmodified-Since", "If-Range"})
    void ignoresADateOfAnyLengthThatIsNone(String field) {
        for (int length : new int[] {0, 64, 65, 4_000}) {
            assertThat(fetch("/app/ten.txt", "Range: bytes=10-", field + ": " + "x".repeat(length))
                            .status())
                    .isEqualTo(field.equals("If-Range") ? 200 : 416);
        }
    }

    @Test
    void hasNoRangeOfAnEmptyFileButItsEnd() {
        assertThat(fetch("/app/empty.bin").header("Content-Length")).hasValue("0");
        assertThat(fetch("/app/empty.bin", "Range: bytes=-5").status()).isEqualTo(200);
        assertProblem(fetch("/app/empty.bin", "Range: bytes=0-"), 416);
    }

    /** Each line is what a client asks for, and the status it gets; T stands for the file's entity tag. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-None-Match: T|304",
                "If-None-Match: W/T|304",
                "If-None-Match: \"a,b\", T|304",
                "If-None-Match: *|304",
                "If-None-Match: \"other\"|200",
                "If-None-Match: unquoted|200",
                "If-None-Match: \"other\"; If-Modified-Since: Tue, 02 Jan 2024 03:04:05 GMT|200",
                "If-Modified-Since: Tue, 02 Jan 2024 03:04:05 GMT|304",
                "If-Modified-Since: Tuesday, 02-Jan-24 03:04:05 GMT|304",
                "If-Modified-Since: Tue Jan  2 03:04:05 2024|304",
                "If-Modified-Since: Wed, 03 Jan 2024 03:04:05 GMT|304",
                "If-Modified-Since: Tue, 02 Jan 2024 03:04:04 GMT|200",
                "If-Modified-Since: yesterday|200",
                "If-Match: T|200",
                "If-Match: \"other\", T|200",
                "If-Match: *|200",
                "If-Match: W/T|412",
                "If-Match: \"other\"|412",
                "If-Match: \"other\"; If-None-Match: T|412",
                "If-Match: T; If-Unmodified-Since: Tue, 02 Jan 2024 03:04:04 GMT|200",
                "If-Match: T; If-None-Match: T|304",
                "If-Unmodified-Since: Tue, 02 Jan 2024 03:04:05 GMT|200",
                "If-Unmodified-Since: Tue, 02 Jan 2024 03:04:04 GMT|412",
                "If-Unmodified-Since: yesterday|200",
                "Range: bytes=0-1; If-Range: T|206",
                "Range: bytes=0-1; If-Range: W/T|200",
                "Range: bytes=0-1; If-Range: \"other\"|200",
                "Range: bytes=0-1; If-Range: Tue, 02 Jan 2024 03:04:05 GMT|206",
                "Range: bytes=0-1; If-Range: Wed, 03 Jan 2024 03:04:05 GMT|200",
                "Range: bytes=0-1; If-Range: yesterday|200",
                "Range: bytes=10-; If-Range: \"other\"|200",
                "Range: bytes=0-1; If-None-Match: T|304",
                "Range: bytes=10-; If-Match: \"other\"|412"
            })
    void heedsConditionsInTheirOrder(String conditions, int status) {
        RawHttp.Answer answer = fetch(
                "/app/ten.txt",
                conditions.replaceAll("(?<![a-zA-Z])T(?![a-zA-Z])", TAG).split("; "));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 304) {
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).hasValue(TAG);
            assertThat(answer.header("Last-Modified")).hasValue(DATE);
        } else if (status == 412) {
            assertProblem(answer, 412);
        }
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        RawHttp.Answer get = fetch("/app/ten.txt");
        RawHttp.Answer head = head("/app/ten.txt", "Range: bytes=0-1");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Last-Modified", "Accept-Ranges"}) {
            assertThat(head.header(name)).isPresent().isEqualTo(get.header(name));
        }
        assertThat(head("/app/ten.txt", "If-None-Match: *").status()).isEqualTo(304);
        assertThat(head("/app/gone").status()).isEqualTo(404);
    }

    @Test
    void findsTheEndOfAFileThatIsLargerThanAnyHeap() {
        RawHttp.Answer answer = fetch("/app/large.mp4", "Range: bytes=-2");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).hasValue("bytes %d-%d/%d".formatted(LARGE - 2, LARGE - 1, LARGE));
        assertThat(answer.body()).isEqualTo("\0\0");
    }
}
