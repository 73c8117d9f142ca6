package dev.roost.http.requestlog;

import dev.roost.http.connection.RefusedRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the log tells of a request as it came. What it says itself is as it was sent, but for what is too long.
 *
 * @param method the method, or a hyphen where the request line could not be read
 * @param path the path without the query, which may hold secrets, or a hyphen
 * @param userAgent the {@code User-Agent}, or null
 * @param client the address that it came from
 * @param startNanos when its first byte came, on {@link System#nanoTime()}
 */
record RequestHead(String method, String path, @Nullable String userAgent, String client, long startNanos) {

    private static final int MAX_METHOD_LENGTH = 32;
    private static final int MAX_PATH_LENGTH = 512;
    private static final int MAX_USER_AGENT_LENGTH = 256;
    private static final String UNREADABLE = "-";

    /** Reads a request. */
    static RequestHead of(HttpRequest request, String client, long startNanos) {
        if (request instanceof RefusedRequest refused && !refused.isKnown()) {
            return new RequestHead(UNREADABLE, UNREADABLE, null, client, startNanos);
        }
        return new RequestHead(
                cut(request.method().name(), MAX_METHOD_LENGTH),
                cut(path(request.uri()), MAX_PATH_LENGTH),
                userAgent(request),
                client,
                startNanos);
    }

    private static @Nullable String userAgent(HttpRequest request) {
        String userAgent = request.headers().get(HttpHeaderNames.USER_AGENT);
        return userAgent == null ? null : cut(userAgent, MAX_USER_AGENT_LENGTH);
    }

    /** A target may be a whole URI (RFC 9112, section 3.2.2), which may hold a password before its host. */
    private static String path(String target) {
        int authority = target.startsWith("/") ? -1 : target.indexOf("://");
        int start = authority < 0 ? 0 : target.indexOf('/', authority + "://".length());
        String path = start < 0 ? "/" : target.substring(start);
        int end = 0;
        while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
            end++;
        }
        return path.substring(0, end);
    }

    private static String cut(String text, int maxLength) {
        return text.length() <= maxLength ? text : text.substring(0, maxLength) + "…";
    }
}
