package dev.roost.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import jakarta.inject.Singleton;

/**
 * Leaves alone what a client may put together from parts: a strong entity tag and a range are about the bytes as they
 * are sent (RFC 9110, section 8.8.1).
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
        return !stronglyTagged
                && !response.status().equals(HttpResponseStatus.PARTIAL_CONTENT)
                && others.shouldCompress(response);
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
