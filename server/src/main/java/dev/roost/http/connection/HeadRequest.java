package dev.roost.http.connection;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** A request for the head of an answer alone, to those who make the answer one for all of it; see {@link HeadRequests}. */
public final class HeadRequest extends DefaultHttpRequest {

    private volatile long length;

    /** Leaves out the range, which only a GET has (RFC 9110, section 14.2). */
    HeadRequest(io.netty.handler.codec.http.HttpRequest head) {
        super(head.protocolVersion(), HttpMethod.GET, head.uri(), head.headers());
        headers().remove(HttpHeaderNames.RANGE);
    }

    /** Tells whether what Micronaut takes for a GET is one. */
    public static boolean is(HttpRequest<?> request) {
        return of(request) != null;
    }

    /** Tells how long the content would be, which then need not be made. */
    public static void announce(HttpRequest<?> request, long length) {
        HeadRequest head = of(request);
        if (head != null) {
            head.length = length;
        }
    }

    private static @Nullable HeadRequest of(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty && netty.getNativeRequest() instanceof HeadRequest head
                ? head
                : null;
    }

    /** Returns how long the content would be that was not made, in bytes. */
    long length() {
        return length;
    }
}
