package dev.roost.http.connection;

import dev.roost.http.openapi.IdempotencyKey;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/**
 * Makes one line of a field's lines, which mean the same together (RFC 9110, section 5.3). Controllers are given the first
 * line only.
 */
final class RepeatedFields {

    private static final List<CharSequence> NAMES =
            List.of(HttpHeaderNames.IF_MATCH, HttpHeaderNames.IF_NONE_MATCH, IdempotencyKey.NAME);

    private RepeatedFields() {}

    static void join(HttpHeaders headers) {
        for (CharSequence name : NAMES) {
            List<String> lines = headers.getAll(name);
            if (lines.size() > 1) {
                headers.set(name, String.join(", ", lines));
            }
        }
    }
}
