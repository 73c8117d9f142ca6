package dev.roost.http.connection;

import dev.roost.http.problem.ApiException;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.WriteTimeoutException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection with a request that does not end: one that is not whole in time, is answered before it is whole, or
 * is not what it announced. It stands between the HTTP codec and Micronaut, and runs in the connection's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is written and closed tells its promise, not its caller.
final class UnfinishedRequests extends ChannelDuplexHandler {

    /** As much of a body that was refused is read on and thrown away, so that the connection can be used again. */
    private static final long MAX_DISCARDED_BYTES = 1_048_576;

    private enum Receiving {
        NOTHING,
        HEAD,
        BODY
    }

    private final Duration limit;

    private Receiving receiving = Receiving.NOTHING;
    private boolean decoded;
    private boolean discardable;
    private int unanswered;
    private boolean answering;
    private boolean broken;
    private boolean ending;
    private @Nullable Future<?> deadline;

    UnfinishedRequests(Duration limit) {
        this.limit = limit;
    }

    /** The first request is waited for no longer than for a whole one. */
    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        startDeadline(ctx);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        cancelDeadline();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        decoded = true;
        if (ending) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            receiving = Receiving.BODY;
            discardable = isDiscardable(request);
            unanswered++;
        }
        if (message instanceof HttpContent content && content.decoderResult().isFailure()) {
            content.release();
            ending = true;
            broken = true;
            return;
        }
        if (message instanceof LastHttpContent) {
            receiving = Receiving.NOTHING;
            cancelDeadline();
        }
        ctx.fireChannelRead(message);
    }

    private static boolean isDiscardable(HttpRequest request) {
        return !(request instanceof RefusedRequest)
                && !HttpUtil.isTransferEncodingChunked(request)
                && !HttpUtil.is100ContinueExpected(request)
                && HttpUtil.getContentLength(request, 0L) <= MAX_DISCARDED_BYTES;
    }

    /** Bytes that made no message are the beginning of a head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (!decoded && receiving == Receiving.NOTHING) {
            receiving = Receiving.HEAD;
        }
        decoded = false;
        if (receiving != Receiving.NOTHING && deadline == null) {
            startDeadline(ctx);
        }
        ctx.fireChannelReadComplete();
        if (broken) {
            broken = false;
            giveUp(ctx, ApiException.malformed("the body is not chunked as announced"));
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            ctx.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse response) {
            answering = true;
            unanswered--;
            ending = ending || (isLast() && receiving == Receiving.BODY && !discardable);
            if (ending && isLast()) {
                HttpUtil.setKeepAlive(response, false);
            }
        }
        boolean isEnd = message instanceof LastHttpContent;
        answering = answering && !isEnd;
        ctx.write(
                message,
                isEnd && ending && isLast() ? promise.unvoid().addListener(ChannelFutureListener.CLOSE) : promise);
    }

    /** Tells whether the answer that is written is that to the newest request. */
    private boolean isLast() {
        return unanswered == 0;
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (receiving == Receiving.NOTHING) {
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
        boolean isBusy = unanswered > 0 || answering;
        if (!(event instanceof IdleStateEvent && isBusy)) {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** A client that does not read its answer is nobody's fault but its own. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof WriteTimeoutException)) {
            ctx.fireExceptionCaught(cause);
        }
    }

    private void startDeadline(ChannelHandlerContext ctx) {
        deadline = ctx.executor().schedule(() -> expire(ctx), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void expire(ChannelHandlerContext ctx) {
        var refusal = ApiException.requestTimeout();
        switch (receiving) {
            case NOTHING -> ctx.close();
            case HEAD -> {
                channelRead(ctx, new RefusedRequest(RequestLine.NONE, EmptyHttpHeaders.INSTANCE, refusal));
                ending = true;
                ctx.fireChannelReadComplete();
            }
            case BODY -> giveUp(ctx, refusal);
        }
    }

    /** Lets a request fail whose body is waited for, and ends a connection whose request is answered. */
    private void giveUp(ChannelHandlerContext ctx, ApiException refusal) {
        ending = true;
        if (unanswered == 0) {
            close(ctx, ctx.newPromise());
        } else {
            ctx.fireExceptionCaught(refusal);
        }
    }
}
