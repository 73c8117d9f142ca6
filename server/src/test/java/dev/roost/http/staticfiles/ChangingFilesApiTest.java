package dev.roost.http.staticfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.RawHttp;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Files that change, and clients that leave, while they are sent. */
class ChangingFilesApiTest extends WebFolderTest {

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

    @Test
    void endsTheConnectionWhereAFileBecomesShorterWhileItIsSent() throws IOException {
        Path file = FOLDER.resolve("shrinking.bin");
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(200_000_000);
            try (var socket = connect()) {
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
            try (var socket = connect()) {
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
}
