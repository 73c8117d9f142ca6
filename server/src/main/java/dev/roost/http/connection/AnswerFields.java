package dev.roost.http.connection;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.AsciiString;
import java.time.Clock;
import java.util.Date;

/**
 * Gives an answer, whoever made it, the fields that all have: when it was made (RFC 9110, section 6.6.1), and what
 * browsers are to do with it, which is nothing (OWASP, REST Security Cheat Sheet). An answer that is a page says itself
 * what it may load, and one that may be kept, for how long.
 */
@Sharable
@SuppressWarnings("FutureReturnValueIgnored") // What is written tells its promise, not its caller.
final class AnswerFields extends ChannelOutboundHandlerAdapter {

    // In this form, they are hashed and encoded once.
    private static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("X-Content-Type-Options");
    private static final AsciiString NO_SNIFFING = AsciiString.cached("nosniff");
    private static final AsciiString NO_FRAMES = AsciiString.cached("DENY");
    private static final AsciiString REFERRER_POLICY = AsciiString.cached("Referrer-Policy");
    private static final AsciiString NO_REFERRER = AsciiString.cached("no-referrer");
    private static final AsciiString LOAD_NOTHING = AsciiString.cached("default-src 'none'; frame-ancestors 'none'");
    private static final AsciiString KEEP_NOTHING = AsciiString.cached("no-store");

    private final Clock clock;

    AnswerFields(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response && !InterimResponse.is(message)) {
            addTo(response.headers());
        }
        ctx.write(message, promise);
    }

    @SuppressWarnings("JavaUtilDate") // Netty's formatter, which is made for this field, takes no other.
    private void addTo(HttpHeaders headers) {
        headers.set(HttpHeaderNames.DATE, DateFormatter.format(new Date(clock.millis())));
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFFING);
        headers.set(HttpHeaderNames.X_FRAME_OPTIONS, NO_FRAMES);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        if (!headers.contains(HttpHeaderNames.CONTENT_SECURITY_POLICY)) {
            headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, LOAD_NOTHING);
        }
        if (!headers.contains(HttpHeaderNames.CACHE_CONTROL)) {
            headers.set(HttpHeaderNames.CACHE_CONTROL, KEEP_NOTHING);
        }
    }
}
