package dev.roost.http.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides what Micronaut would get wrong of the codings that a client accepts. It prefers snappy to gzip, but that is no
 * registered coding of HTTP (RFC 9110, section 18.6), and hardly a client reads it; and it takes one whose weight is 0,
 * which is refused (section 12.4.2), where it does not know those that are accepted.
 */
final class AcceptedCodings {

    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0{0,3})?\\s*", Pattern.CASE_INSENSITIVE);

    private AcceptedCodings() {}

    static void hideOthers(HttpHeaders headers) {
        String accepted = String.join(",", headers.getAll(HttpHeaderNames.ACCEPT_ENCODING));
        if (isUnusual(accepted)) {
            headers.set(
                    HttpHeaderNames.ACCEPT_ENCODING,
                    Arrays.stream(accepted.split(","))
                            .map(String::strip)
                            .filter(coding -> !isSnappy(coding)
                                    && !REFUSED.matcher(coding).matches())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static boolean isUnusual(String codings) {
        return isSnappy(codings) || codings.contains("=0");
    }

    private static boolean isSnappy(String codings) {
        return codings.contains("*") || codings.toLowerCase(Locale.ROOT).contains("snappy");
    }
}
