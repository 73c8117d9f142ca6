package dev.roost.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code Authorization} header of a request (RFC 9110, section 11.6.2). */
public final class AuthorizationHeader {

    private AuthorizationHeader() {}

    /**
     * Returns what stands behind a scheme, whose case does not matter, or null where the request holds no such header,
     * one of another scheme, or several.
     */
    public static @Nullable String credentials(HttpRequest<?> request, String scheme) {
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        String prefix = scheme + " ";
        return headers.size() == 1 && headers.getFirst().regionMatches(true, 0, prefix, 0, prefix.length())
                ? headers.getFirst().substring(prefix.length()).strip()
                : null;
    }
}
