package dev.roost.http.staticfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of the operator's in the place of the packaged site. */
class FolderApiTest extends ApiTest {

    private static final String DATE = "Tue, 02 Jan 2024 03:04:05 GMT";
    private static final Instant CHANGED = Instant.parse("2024-01-02T03:04:05.678Z");
    private static final String TAG = "\"a-%x.%x\"".formatted(CHANGED.getEpochSecond(), CHANGED.getNano());
    private static final long LARGE = 3L * 1024 * 1024 * 1024;

    private static final Path FOLDER = lay();

    @Inject
    private EmbeddedServer server;

    @Override
    protected Map<String, String> settings() {
        return Map.of("WEB_FOLDER", FOLDER.toString());
    }

    /** Lays a web folder, and beside it what is none of anybody's business. */
    private static Path lay() {
        try {
            return layBelow(Files.createTempDirectory(Path.of("target"), "folder-api-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path layBelow(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("web"));
        Files.writeString(parent.resolve("secret.txt"), "secret");
        Files.createDirectories(parent.resolve("web-too"));
        Files.writeString(parent.resolve("web-too/secret.txt"), "secret");
        Files.writeString(folder.resolve("index.html"), "front");
        Files.writeString(folder.resolve("ten.txt"), "0123456789");
        Files.setLastModifiedTime(folder.resolve("ten.txt"), FileTime.from(CHANGED));
        Files.createFile(folder.resolve("empty.bin"));
        Files.writeString(folder.resolve("größe und mehr.txt"), "unicode");
        Files.writeString(folder.resolve("50%.txt"), "percent");
        Files.writeString(folder.resolve(".env"), "secret");
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config"), "secret");
        Files.createDirectories(folder.resolve("sub/deeper"));
        Files.writeString(folder.resolve("sub/index.html"), "sub");
        Files.writeString(folder.resolve("sub/deeper/file.txt"), "deeper");
        Files.createSymbolicLink(folder.resolve("inside"), Path.of("sub"));
        Files.createSymbolicLink(folder.resolve("inside.txt"), Path.of("ten.txt"));
        Files.createSymbolicLink(folder.resolve("outside.txt"), Path.of("../secret.txt"));
        Files.createSymbolicLink(folder.resolve("outside"), Path.of("../web-too"));
        Files.createSymbolicLink(folder.resolve("hidden.txt"), Path.of(".git/config"));
        Files.createSymbolicLink(folder.resolve("hidden"), Path.of(".git"));
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));
        Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        try (var large = new RandomAccessFile(folder.resolve("large.mp4").toFile(), "rw")) {
            large.setLength(LARGE);
        }
        return folder;
    }

    @ParameterizedTest
    @CsvSource({
        "/app/, front",
        "/app/index.html, front",
        "/app/ten.txt, 0123456789",
        "/app/t%65n.txt?a=b, 0123456789",
        "/app/gr%C3%B6%C3%9Fe%20und%20mehr.txt, unicode",
        "/app/50%25.txt, percent",
        "/app/sub/, sub",
        "/app/sub/deeper/file.txt, deeper",
        "/app/inside/, sub",
        "/app/inside.txt, 0123456789",
        "http://elsewhere.example/app/ten.txt, 0123456789"
    })
    void isServed(String target, String body) {
        RawHttp.Answer answer = fetch(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html; charset=utf-8",
        "ten.txt, text/plain; charset=utf-8",
        "empty.bin, application/octet-stream",
        "large.mp4, video/mp4"
    })
    void hasMediaTypesByName(String name, String mediaType) {
        assertThat(RawHttp.send(server.getPort(), "HEAD", "/app/" + name).header("Content-Type"))
                .hasValue(mediaType);
    }

    @ParameterizedTest
    @CsvSource({
        "/app/sub, /app/sub/",
        "/app/sub?a=b, /app/sub/?a=b",
        "/app/inside, /app/inside/",
    })
    void leadsIntoFoldersThatHaveAnIndex(String target, String location) {
        RawHttp.Answer answer = fetch(target);

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).hasValue(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/sub/deeper",
                "/app/sub/deeper/",
                "/app//",
                "/app//ten.txt",
                "/app/sub//index.html",
                "/app/ten.txt/",
                "/app/ten.txt/x",
                "/app/TEN.TXT",
                "/app/ten.txt;a=b",
                "/app;a=b/ten.txt",
                "/app/;a=b/ten.txt",
                "/app/./ten.txt",
                "/app/sub/../ten.txt",
                "/app/../secret.txt",
                "/app/../web-too/secret.txt",
                "/app/sub/../../secret.txt",
                "/app/..;/secret.txt",
                "/app/%2e%2e/secret.txt",
                "/app/%2E./secret.txt",
                "/app/..%2fsecret.txt",
                "/app/sub/..%2f..%2f..%2fsecret.txt",
                "/app/..%5csecret.txt",
                "/app/%5c..%5csecret.txt",
                "/app/..%252fsecret.txt",
                "/app/%252e%252e/secret.txt",
                "/app/%2fetc%2fpasswd",
                "/app//etc/passwd",
                "/app/C:%5cwindows",
                "/app/ten.txt:stream",
                "/app/ten.txt%00",
                "/app/ten.txt%00.html",
                "/app/ten.txt%0a",
                "/app/ten.txt%7f",
                "/app/ten.txt.",
                "/app/ten.txt%20",
                "/app/.env",
                "/app/%2eenv",
                "/app/.git/config",
                "/app/.git/",
                "/app/hidden.txt",
                "/app/hidden/config",
                "/app/outside.txt",
                "/app/outside/secret.txt",
                "/app/nowhere",
                "/app/circle",
                "//app/ten.txt",
                "/APP/ten.txt",
                "http://elsewhere.example/app/..%2fsecret.txt",
                "http://elsewhere.example/app/../secret.txt"
            })
    void leadsNowhereElse(String target) {
        assertProblem(fetch(target), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/app/%", "/app/%4", "/app/%zz", "/app/%fc", "/app/%c0%ae%c0%ae/secret.txt", "/app/%ed%a0%80"})
    void refusesWhatIsNotPercentEncodedUtf8(String target) {
        assertProblem(fetch(target), 400);
    }

    @Test
    void answers404ToANameThatIsTooLongForAnyFile() {
        assertProblem(fetch("/app/" + "x".repeat(3_000)), 404);
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
        RawHttp.Answer head = RawHttp.send(server.getPort(), "HEAD", "/app/ten.txt", "Range: bytes=0-1");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Last-Modified", "Accept-Ranges"}) {
            assertThat(head.header(name)).isPresent().isEqualTo(get.header(name));
        }
        assertThat(RawHttp.send(server.getPort(), "HEAD", "/app/ten.txt", "If-None-Match: *")
                        .status())
                .isEqualTo(304);
        assertThat(RawHttp.send(server.getPort(), "HEAD", "/app/gone").status()).isEqualTo(404);
    }

    @Test
    void tellsAChangedFileApart() throws IOException {
        Path file = Files.writeString(FOLDER.resolve("changing.txt"), "one");
        String before = fetch("/app/changing.txt").header("ETag").orElseThrow();

        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusNanos(1_000)));

        RawHttp.Answer answer = fetch("/app/changing.txt", "If-None-Match: " + before);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("two");
    }

    /** As they are on the wire: Netty reads each byte as a character of Latin-1. */
    @ParameterizedTest
    @ValueSource(strings = {"/app/\u00ff", "/app/ten.txt?a=\u00ff", "/api/chirps?sort=\u00c0\u00af"})
    void isNotFoundByBytesThatAreNoUri(String target) {
        assertProblem(fetch(target), 400);
    }

    @Test
    void findsTheEndOfAFileThatIsLargerThanAnyHeap() {
        RawHttp.Answer answer = fetch("/app/large.mp4", "Range: bytes=-2");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range")).hasValue("bytes %d-%d/%d".formatted(LARGE - 2, LARGE - 1, LARGE));
        assertThat(answer.body()).isEqualTo("\0\0");
    }

    @Test
    void endsTheConnectionWhereAFileBecomesShorterWhileItIsSent() throws IOException {
        Path file = FOLDER.resolve("shrinking.bin");
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(200_000_000);
            try (var socket = new Socket("localhost", server.getPort())) {
                socket.setReceiveBufferSize(4_096);
                socket.setSoTimeout(20_000);
                socket.getOutputStream()
                        .write("GET /app/shrinking.bin HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
                assertThat(new String(socket.getInputStream().readNBytes(15), ISO_8859_1))
                        .isEqualTo("HTTP/1.1 200 OK");
                content.setLength(0);

                assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(200_000_000);
            }
        }
        assertThat(fetch("/app/ten.txt").status()).isEqualTo(200);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux lists a process's open files.")
    void isClosedWhenTheClientLeavesBeforeItIsSent() throws Exception {
        long before = open();
        for (int i = 0; i < 200; i++) {
            try (var socket = new Socket("localhost", server.getPort())) {
                socket.setSoLinger(true, 0); // So that closing resets the connection.
                socket.getOutputStream()
                        .write("GET /app/large.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .repeat(5)
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }

        fetch("/app/ten.txt"); // What came before it has been begun by now.
        long open = open();
        for (int i = 0; i < 200 && open > before; i++) {
            Thread.sleep(50);
            open = open();
        }
        assertThat(open).isLessThanOrEqualTo(before);
    }

    @Test
    void isSentWholeAndUnderItsOwnTagWhileItIsReplaced() throws Exception {
        Path flip = Files.writeString(FOLDER.resolve("flip.txt"), "A".repeat(20_000));
        var stop = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var replacing = threads.submit(() -> replaceByTurns(flip, stop));
            for (int i = 0; i < 500; i++) {
                RawHttp.Answer answer = fetch("/app/flip.txt");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body())
                        .isEqualTo(
                                answer.header("ETag").orElseThrow().startsWith("\"4e20-")
                                        ? "A".repeat(20_000)
                                        : "B".repeat(30_000));
            }
            stop.set(true);
            replacing.get();
        } finally {
            stop.set(true);
        }
    }

    private static void replaceByTurns(Path file, AtomicBoolean stop) {
        try {
            for (boolean isFirst = true; !stop.get(); isFirst = !isFirst) {
                Path next =
                        Files.writeString(FOLDER.resolve(".next"), isFirst ? "A".repeat(20_000) : "B".repeat(30_000));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many files of the web folder this process has open, as Linux tells. */
    private static long open() throws IOException {
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            return StreamSupport.stream(descriptors.spliterator(), false)
                    .filter(descriptor -> leadsTo(descriptor, FOLDER.toAbsolutePath()))
                    .count();
        }
    }

    private static boolean leadsTo(Path descriptor, Path folder) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder);
        } catch (IOException e) { // It was closed meanwhile.
            return false;
        }
    }

    private RawHttp.Answer fetch(String target, String... headers) {
        return RawHttp.send(server.getPort(), "GET", target, headers);
    }

    private static void assertProblem(RawHttp.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).doesNotContain("secret\"");
    }
}
