package dev.roost;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Pattern;

/** HTTP/1.1 as it is written: Java's client would tidy paths and keep headers to itself. */
public final class RawHttp {

    private static final int GIVE_UP_MILLIS = 20_000;

    private RawHttp() {}

    /** Sends one request, whose target and header lines are taken as they are, and reads the answer to its end. */
    public static Answer send(int port, String method, String target, String... headers) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(GIVE_UP_MILLIS);
            String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            String request =
                    "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n".formatted(method, target, lines);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String[] parts = new String(socket.getInputStream().readAllBytes(), ISO_8859_1).split("\r\n\r\n", 2);
            return new Answer(parts[0], parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back: the status line with the header lines, and the body, a character a byte. */
    public record Answer(String head, String body) {

        public int status() {
            return Integer.parseInt(head.substring("HTTP/1.1 ".length()).substring(0, 3));
        }

        public Optional<String> header(String name) {
            var line = Pattern.compile("(?im)^" + name + ": (.*?)\r?$").matcher(head);
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        }
    }
}
