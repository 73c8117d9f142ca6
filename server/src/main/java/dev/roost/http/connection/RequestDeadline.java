package dev.roost.http.connection;

import dev.roost.http.problem.ApiException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives a client so much time to send a request, from its first byte to its last, and to begin its first one. */
@SuppressWarnings("FutureReturnValueIgnored") // What is closed tells its promise, not its caller.
final class RequestDeadline extends ChannelInboundHandlerAdapter {

    private final Duration limit;
    private final StrictRequestDecoder decoder;

    private @Nullable Future<?> deadline;

    RequestDeadline(Duration limit, StrictRequestDecoder decoder) {
        this.limit = limit;
        this.decoder = decoder;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        start(ctx);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        cancel();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof LastHttpContent || message instanceof RefusedRequest) {
            cancel();
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (deadline == null && (decoder.isReadingHead() || decoder.isReadingBody())) {
            start(ctx);
        }
        ctx.fireChannelReadComplete();
    }

    private void start(ChannelHandlerContext ctx) {
        deadline = ctx.executor().schedule(() -> expire(ctx), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void expire(ChannelHandlerContext ctx) {
        var refusal = ApiException.requestTimeout();
        if (decoder.isReadingBody()) {
            ctx.fireExceptionCaught(refusal);
        } else if (decoder.isReadingHead()) {
            ctx.fireChannelRead(new RefusedRequest(decoder.stop(), EmptyHttpHeaders.INSTANCE, refusal));
            ctx.fireChannelReadComplete();
        } else {
            ctx.close();
        }
    }
}
