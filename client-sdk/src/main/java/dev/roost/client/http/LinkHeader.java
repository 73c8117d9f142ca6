package dev.roost.client.http;

import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code Link} headers (RFC 8288, section 3). */
public final class LinkHeader {

    private static final String VALUE = "\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s\";,]*+";
    private static final String PARAMETER = "\\s*+;\\s*+([^\\s=;,\"]*+)(?:\\s*+=\\s*+(" + VALUE + "))?+";
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:" + PARAMETER + ")*+)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile(PARAMETER, Pattern.DOTALL);

    private LinkHeader() {}

    /**
     * Returns a query parameter, such as a cursor, of the link to the next page.
     *
     * @throws IllegalArgumentException when the parameter is not percent-encoded
     */
    public static Optional<String> parameterOfNext(HttpHeaders headers, String parameter) {
        return headers.allValues("Link").stream()
                .flatMap(header -> LINK.matcher(header).results())
                .filter(link -> isNext(link.group(2)))
                .flatMap(link -> query(link.group(1)))
                .filter(pair -> pair.startsWith(parameter + "="))
                .map(pair -> URLDecoder.decode(pair.substring(parameter.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** The first {@code rel} counts, and may name several relations. */
    private static boolean isNext(String parameters) {
        return PARAMETERS
                .matcher(parameters)
                .results()
                .filter(parameter -> parameter.group(1).equalsIgnoreCase("rel"))
                .findFirst()
                .map(LinkHeader::relations)
                .orElse(Stream.of())
                .anyMatch("next"::equalsIgnoreCase);
    }

    private static Stream<String> relations(MatchResult rel) {
        String value = rel.group(2) == null ? "" : rel.group(2);
        return Stream.of(value.replace("\"", "").split("\\s+"));
    }

    private static Stream<String> query(String uri) {
        String query = uri.replaceFirst("(?s)#.*", "").replaceFirst("^[^?]*\\??", "");
        return Stream.of(query.split("&"));
    }
}
