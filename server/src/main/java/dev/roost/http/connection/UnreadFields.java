package dev.roost.http.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Hides what a client prefers that no answer depends on: there is one language, and one charset (RFC 9110, sections 12.5.2
 * and 12.5.4). Micronaut reads both for each route and each failure, and fails itself at a list without an element.
 */
final class UnreadFields {

    private UnreadFields() {}

    static void hide(HttpHeaders headers) {
        headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
        headers.remove(HttpHeaderNames.ACCEPT_CHARSET);
    }
}
