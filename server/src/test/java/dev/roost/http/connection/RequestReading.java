package dev.roost.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A second reading of the bytes of a connection, by the letter of RFC 9112 and without any leniency, that knows nothing
 * of the first.
 */
final class RequestReading {

    /** Those that the decoder joins or cuts, so that what comes out of it is not what was sent. */
    private static final Pattern CHANGED =
            Pattern.compile("(?s)(accept-encoding|idempotency-key|if-match|if-none-match): .*");

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String FIELD = "(" + TOKEN + "):[ \\t]*+([^\\x00-\\x08\\x0A-\\x1F\\x7F]*+)\\r\\n";
    private static final Pattern FIELDS = Pattern.compile(FIELD);
    private static final Pattern HEAD =
            Pattern.compile("[\\r\\n]*+([A-Z][A-Z-]*+) ([!-~]++) HTTP/1\\.([01])\\r\\n((?:" + FIELD + ")*+)\\r\\n");
    private static final Pattern CHUNK =
            Pattern.compile("0*([0-9A-Fa-f]{1,8})(?:[ \\t]*+;[\\t -~\\x80-\\xFF]*+)?\\r\\n");
    private static final Pattern TRAILERS = Pattern.compile("(?:" + FIELD + ")*+\\r\\n");

    private final String bytes;
    private int position;

    private RequestReading(byte[] bytes) {
        this.bytes = new String(bytes, ISO_8859_1);
    }

    /** Returns the requests that have come whole, until there is one that has not or that is none. */
    static List<String> requests(byte[] bytes) {
        var reading = new RequestReading(bytes);
        return Stream.iterate(reading.next(), request -> !request.isEmpty(), request -> reading.next())
                .toList();
    }

    /** Returns a head, but for the fields that the decoder changes. */
    static String head(String method, String target, List<String> fields) {
        List<String> unchanged = fields.stream()
                .filter(field -> !CHANGED.matcher(field).matches())
                .toList();
        return "%s %s\n%s\n".formatted(method, target, unchanged);
    }

    private String next() {
        Matcher head = HEAD.matcher(bytes).region(position, bytes.length());
        if (!head.lookingAt()) {
            return "";
        }
        position = head.end();
        List<String> fields = FIELDS.matcher(head.group(4))
                .results()
                .map(field -> field.group(1).toLowerCase(Locale.ROOT) + ": "
                        + field.group(2).stripTrailing())
                .toList();
        String body = body(fields, head.group(3).equals("1"));
        return body.isEmpty() ? "" : head(head.group(1), head.group(2), fields) + body;
    }

    /** Returns a body in quotes. */
    private String body(List<String> fields, boolean isNew) {
        List<String> codings = values(fields, "transfer-encoding: ");
        List<String> lengths = values(fields, "content-length: ");
        if (codings.isEmpty() && lengths.isEmpty()) {
            return "\"\"";
        }
        if (codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked") && lengths.isEmpty() && isNew) {
            return chunks();
        }
        boolean isLength =
                codings.isEmpty() && lengths.size() == 1 && lengths.getFirst().matches("[0-9]{1,18}");
        return isLength ? quoted(Long.parseLong(lengths.getFirst())) : "";
    }

    private String chunks() {
        var body = new ArrayList<String>();
        while (true) {
            Matcher chunk = CHUNK.matcher(bytes).region(position, bytes.length());
            if (!chunk.lookingAt()) {
                return "";
            }
            position = chunk.end();
            long length = Long.parseLong(chunk.group(1), 16);
            if (length == 0) {
                Matcher trailers = TRAILERS.matcher(bytes).region(position, bytes.length());
                boolean isEnd = trailers.lookingAt();
                position = isEnd ? trailers.end() : position;
                return isEnd ? '"' + String.join("", body) + '"' : "";
            }
            String data = quoted(length);
            if (data.isEmpty() || !bytes.startsWith("\r\n", position)) {
                return "";
            }
            position += 2;
            body.add(data.substring(1, data.length() - 1));
        }
    }

    private String quoted(long length) {
        if (length > bytes.length() - position) {
            return "";
        }
        int start = position;
        position += (int) length;
        return '"' + bytes.substring(start, position) + '"';
    }

    private static List<String> values(List<String> fields, String name) {
        return fields.stream()
                .filter(field -> field.startsWith(name))
                .map(field -> field.substring(name.length()))
                .toList();
    }
}
