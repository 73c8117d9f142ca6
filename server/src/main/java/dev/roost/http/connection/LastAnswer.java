package dev.roost.http.connection;

import dev.roost.http.Draining;
import dev.roost.http.problem.ApiException;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;

/**
 * Ends a connection with its last answer: while the service is about to end, that after which no other is due; and that
 * to a request whose end will not be read, because it is answered before, does not come in time or is not what was
 * announced.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is written and closed tells its promise, not its caller.
final class LastAnswer extends ChannelDuplexHandler {

    private final StrictRequestDecoder decoder;
    private final Draining draining;

    private boolean isLast;
    private boolean isReceiving;
    private boolean isDiscardable;
    private boolean isBroken;
    private boolean isUnanswered;
    private boolean isAnswering;
    private boolean isEnding;

    LastAnswer(StrictRequestDecoder decoder, Draining draining) {
        this.decoder = decoder;
        this.draining = draining;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (isEnding) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            isLast = !HttpUtil.isKeepAlive(request); // Micronaut overlooks a close that is not the only option.
            isReceiving = true;
            isDiscardable = isDiscardable(request);
            isUnanswered = true;
        }
        if (message instanceof HttpContent content && content.decoderResult().isFailure()) {
            content.release();
            isEnding = true;
            isBroken = true;
            return;
        }
        if (message instanceof LastHttpContent) {
            isReceiving = false;
        }
        ctx.fireChannelRead(message);
    }

    /** What is left of a body whose length is known is read and thrown away, so that the connection can be used again. */
    private static boolean isDiscardable(HttpRequest request) {
        return !(request instanceof RefusedRequest)
                && !HttpUtil.isTransferEncodingChunked(request)
                && !HttpUtil.is100ContinueExpected(request);
    }

    /** Micronaut, which may start on a request only now, could not be told before. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.fireChannelReadComplete();
        if (isBroken) {
            isBroken = false;
            giveUp(ctx, ApiException.malformed("the body is not chunked as announced"));
        }
    }

    /** Lets a request fail whose body is waited for, and ends a connection whose request is answered. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ApiException refusal) {
            giveUp(ctx, refusal);
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    private void giveUp(ChannelHandlerContext ctx, ApiException refusal) {
        isEnding = true;
        if (isUnanswered) {
            ctx.fireExceptionCaught(refusal);
        } else {
            close(ctx, ctx.newPromise());
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (InterimResponse.is(message)) {
            ctx.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse response) {
            isAnswering = true;
            isUnanswered = false;
            isEnding = isEnding
                    || isLast
                    || !HttpUtil.isKeepAlive(response)
                    || (draining.hasBegun() && !decoder.hasWaiting())
                    || (isReceiving && !isDiscardable);
            if (isEnding) {
                HttpUtil.setKeepAlive(response, false);
            }
        }
        boolean isEnd = message instanceof LastHttpContent;
        isAnswering = isAnswering && !isEnd;
        ctx.write(message, isEnd && isEnding ? promise.unvoid().addListener(ChannelFutureListener.CLOSE) : promise);
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        isEnding = true;
        if (!isReceiving) {
            ctx.close(promise);
            return;
        }
        ctx.channel().closeFuture().addListener(closed -> promise.trySuccess());
        if (ctx.pipeline().get(LingeringClose.class) == null) {
            ctx.pipeline().addFirst(new LingeringClose());
        }
    }

    /** A connection is idle between requests only. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        boolean isBusy = isUnanswered || isAnswering;
        if (!(event instanceof IdleStateEvent && isBusy)) {
            ctx.fireUserEventTriggered(event);
        }
    }
}
