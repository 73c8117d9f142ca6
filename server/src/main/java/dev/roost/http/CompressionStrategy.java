package dev.roost.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import jakarta.inject.Singleton;

/**
 * Leaves alone what a client may put together from parts: a strong entity tag and a range are about the bytes as they
 * are sent (RFC 9110, section 8.8.1). Of all else that may be compressed it says so to caches, whether it is or not
 * (section 12.5.5); Micronaut asks before it looks at what the client accepts.
 */
@Primary
@Singleton
final class CompressionStrategy implements HttpCompressionStrategy {

    private final DefaultHttpCompressionStrategy others;

    CompressionStrategy(DefaultHttpCompressionStrategy others) {
        this.others = others;
    }

    @Override
    public boolean shouldCompress(HttpResponse response) {
        boolean stronglyTagged =
                response.headers().get(HttpHeaderNames.ETAG, "").startsWith("\"");
        boolean mayBeCompressed = !stronglyTagged
                && !response.status().equals(HttpResponseStatus.PARTIAL_CONTENT)
                && others.shouldCompress(response);
        if (mayBeCompressed && !response.headers().containsValue(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING, true)) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        return mayBeCompressed;
    }

    @Override
    public boolean isEnabled() {
        return others.isEnabled();
    }

    @Override
    public int getCompressionLevel() {
        return others.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
        return others.getMaxZstdEncodeSize();
    }
}
