package dev.roost.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 connection for one request after the other, none of which is ever sent again. */
final class KeepAliveConnection implements AutoCloseable {

    private static final int GIVE_UP_MILLIS = 40_000;

    private final Socket socket;
    private final InputStream input;
    private boolean isClosing;

    KeepAliveConnection(int port) throws IOException {
        this.socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(GIVE_UP_MILLIS);
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    Answer get(String path, @Nullable String token) throws IOException {
        return send("GET", path, token, null);
    }

    /** Sends a request and returns the answer, which is whole. */
    Answer send(String method, String path, @Nullable String token, @Nullable String body) throws IOException {
        return send(method, path, token, body, null);
    }

    /** Sends a request that happens once for its key. */
    Answer send(
            String method, String path, @Nullable String token, @Nullable String body, @Nullable String idempotencyKey)
            throws IOException {
        byte[] content = body == null ? new byte[0] : body.getBytes(UTF_8);
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, path));
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (idempotencyKey != null) {
            head.append("Idempotency-Key: ").append(idempotencyKey).append("\r\n");
        }
        if (body != null) {
            head.append("Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(content.length));
        }
        byte[] start = head.append("\r\n").toString().getBytes(ISO_8859_1);
        var request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        socket.getOutputStream().write(request);
        return read();
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean hasRetryAfter = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String field = line.toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length: ")) {
                length = Integer.parseInt(field.substring("content-length: ".length()));
            }
            isClosing |= field.equals("connection: close");
            hasRetryAfter |= field.startsWith("retry-after: ");
        }
        byte[] body = input.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the body was cut off");
        }
        return new Answer(status, new String(body, UTF_8), hasRetryAfter);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the answer was cut off after: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** Tells whether the server said that it closes the connection. */
    boolean isClosing() {
        return isClosing;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    record Answer(int status, String body, boolean hasRetryAfter) {}
}
