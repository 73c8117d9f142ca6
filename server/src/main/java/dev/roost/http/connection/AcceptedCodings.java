package dev.roost.http.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Hides that a client would take snappy, by that name or as any coding: Micronaut prefers it to gzip, but it is no
 * registered coding of HTTP (RFC 9110, section 18.6), and hardly a client reads it.
 */
final class AcceptedCodings {

    private AcceptedCodings() {}

    static void hideSnappy(HttpHeaders headers) {
        String accepted = String.join(",", headers.getAll(HttpHeaderNames.ACCEPT_ENCODING));
        if (isSnappy(accepted)) {
            headers.set(
                    HttpHeaderNames.ACCEPT_ENCODING,
                    Arrays.stream(accepted.split(","))
                            .map(String::strip)
                            .filter(coding -> !isSnappy(coding))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static boolean isSnappy(String codings) {
        return codings.contains("*") || codings.toLowerCase(Locale.ROOT).contains("snappy");
    }
}
