package dev.roost.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.RawHttp;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** Tests of a folder of the operator's in the place of the packaged site. */
abstract class WebFolderTest extends ApiTest {

    static final String DATE = "Tue, 02 Jan 2024 03:04:05 GMT";
    static final Instant CHANGED = Instant.parse("2024-01-02T03:04:05.678Z");

    /** The entity tag of {@code ten.txt}. */
    static final String TAG = "\"a-%x.%x\"".formatted(CHANGED.getEpochSecond(), CHANGED.getNano());

    /** The size of {@code large.mp4}, which is all zeros, in bytes. */
    static final long LARGE = 3L * 1024 * 1024 * 1024;

    static final Path FOLDER = lay();

    @Override
    protected final Map<String, String> settings() {
        return Map.of("WEB_FOLDER", FOLDER.toString());
    }

    RawHttp.Answer fetch(String target, String... headers) {
        return RawHttp.send(port(), "GET", target, headers);
    }

    RawHttp.Answer head(String target, String... headers) {
        return RawHttp.send(port(), "HEAD", target, headers);
    }

    /** Opens a connection, which the caller closes. */
    Socket connect() throws IOException {
        return new Socket("localhost", port());
    }

    static void assertProblem(RawHttp.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).doesNotContain("secret\"");
    }

    /** Lays a web folder, and beside it what is none of anybody's business. */
    private static Path lay() {
        try {
            return layBelow(Files.createTempDirectory(Path.of("target"), "web-folder-test"));
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
}
