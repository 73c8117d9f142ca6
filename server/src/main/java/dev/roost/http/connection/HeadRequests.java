package dev.roost.http.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers HEAD with the header fields that GET would have (RFC 9110, section 9.3.2), by asking Micronaut for that and
 * keeping the content back: it would not write the content by itself, so that it knows no length, and ends the
 * connection for that. What tells others of requests stands before it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is written tells its promise, not its caller.
public final class HeadRequests extends ChannelDuplexHandler {

    /** Its name in the pipeline. */
    public static final String NAME = "head-requests";

    private @Nullable HeadRequest head;

    HeadRequests() {}

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            boolean isHead = request.method().equals(HttpMethod.HEAD) && !(request instanceof RefusedRequest);
            head = isHead ? new HeadRequest(request) : null;
        }
        ctx.fireChannelRead(message instanceof HttpRequest && head != null ? head : message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (head == null || InterimResponse.is(message)) {
            ctx.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse response) {
            complete(response.headers(), head);
        }
        if (message instanceof HttpContent content) {
            ctx.write(content.replace(Unpooled.EMPTY_BUFFER), promise);
            content.release();
        } else {
            ctx.write(message, promise);
        }
    }

    private static void complete(HttpHeaders fields, HeadRequest head) {
        if (fields.contains(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO, false)) {
            fields.set(HttpHeaderNames.CONTENT_LENGTH, head.length());
        }
        fields.remove(HttpHeaderNames.TRANSFER_ENCODING); // Of no content there is not even a last chunk.
    }
}
