package dev.roost;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** HTTP/1.1 as it is written: Java's client would tidy paths and keep headers to itself. */
public final class RawHttp {

    private static final int GIVE_UP_MILLIS = 20_000;
    private static final int MANY = 1_000;

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (/[^ ?#]*)[^ ]* HTTP/1\\.1\r\n");

    /** What it begins with (RFC 1952, section 2.3.1). */
    private static final String GZIP = "\u001f\u008b";

    private RawHttp() {}

    /** Sends one request, whose target and header lines are taken as they are, and reads the answer to its end. */
    public static Answer send(int port, String method, String target, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return exchange(
                port,
                "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n".formatted(method, target, lines));
    }

    /**
     * Sends what is written, a character a byte, and reads the answer up to where the service ends the connection. It has to
     * be as the document says.
     */
    public static Answer exchange(int port, String text) {
        try (var socket = connect(port)) {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            Answer answer = Answer.readFrom(socket);
            var line = REQUEST_LINE.matcher(text);
            if (line.lookingAt()) {
                DocumentedApi.check(
                        line.group(1), line.group(2), answer.status(), answer.fields(), answer.textOfBody());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a connection on which nothing is waited for without an end. */
    public static Socket connect(int port) throws IOException {
        var socket = new Socket("localhost", port);
        socket.setSoTimeout(GIVE_UP_MILLIS);
        return socket;
    }

    /** Writes the same again and again, and returns how often before the service closed the connection. */
    public static int writeUntilClosed(Socket socket, String text, Duration pause) {
        for (int i = 0; i < MANY; i++) {
            try {
                socket.getOutputStream().write(text.getBytes(ISO_8859_1));
                Thread.sleep(pause);
            } catch (IOException e) {
                return i;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the service does not close the connection");
    }

    /** What came back: the status line with the header lines, and the body, a character a byte. */
    public record Answer(String head, String body) {

        /** Reads up to where the service ends the connection. */
        public static Answer readFrom(Socket socket) throws IOException {
            String[] parts = new String(socket.getInputStream().readAllBytes(), ISO_8859_1).split("\r\n\r\n", 2);
            return new Answer(parts[0], parts[1]);
        }

        public int status() {
            return Integer.parseInt(head.substring("HTTP/1.1 ".length()).substring(0, 3));
        }

        private Map<String, List<String>> fields() {
            return head.lines()
                    .skip(1)
                    .map(line -> line.split(": *", 2))
                    .collect(Collectors.groupingBy(
                            field -> field[0], Collectors.mapping(field -> field[1], Collectors.toList())));
        }

        private String textOfBody() {
            try (var bytes = new ByteArrayInputStream(body.getBytes(ISO_8859_1))) {
                boolean isCompressed = body.startsWith(GZIP);
                return new String((isCompressed ? new GZIPInputStream(bytes) : bytes).readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Optional<String> header(String name) {
            var line = Pattern.compile("(?im)^" + name + ": (.*?)\r?$").matcher(head);
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        }
    }
}
