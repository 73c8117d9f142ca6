package dev.roost.http.requestlog;

import dev.roost.http.ClientAddress;
import dev.roost.http.RequestId;
import dev.roost.http.connection.InterimResponse;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows the exchanges of a connection, of which there is one at a time. It stands close to Micronaut's own handler, so
 * that it sees every request that goes there, whoever made it, and every answer.
 */
final class ExchangeHandler extends ChannelDuplexHandler {

    private final ClientAddress clients;
    private final FirstByte firstByte = new FirstByte();
    private @Nullable Exchange incoming;
    private @Nullable Exchange unanswered;

    ExchangeHandler(ClientAddress clients) {
        this.clients = clients;
    }

    /** Returns what has to stand before the codec. */
    FirstByte firstByte() {
        return firstByte;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            incoming = open(ctx, request);
        }
        run(() -> ctx.fireChannelRead(message));
        if (message instanceof LastHttpContent) {
            incoming = null;
            firstByte.await();
        }
    }

    /** Micronaut may start on a request whose body is still to come only now. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        run(ctx::fireChannelReadComplete);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        run(() -> ctx.fireExceptionCaught(cause));
    }

    private void run(Runnable work) {
        if (incoming == null) {
            work.run();
        } else {
            incoming.run(work);
        }
    }

    private Exchange open(ChannelHandlerContext ctx, HttpRequest request) {
        String client = "-";
        if (ctx.channel().remoteAddress() instanceof InetSocketAddress peer) {
            List<String> forwarded = request.headers().getAll(ClientAddress.FORWARDED_FOR);
            client = clients.of(peer.getAddress(), forwarded).getHostAddress();
        }
        String id = RequestId.orNew(request.headers().get(RequestId.HEADER));
        var exchange = new Exchange(RequestHead.of(request, client, firstByte.nanos()), id);
        unanswered = exchange;
        return exchange;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // The promise, which is the caller's, is the same.
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        boolean isPartOfAnswer = message instanceof HttpObject && !InterimResponse.is(message);
        ctx.write(message, isPartOfAnswer ? follow(message, promise.unvoid()) : promise);
    }

    private ChannelPromise follow(Object message, ChannelPromise promise) {
        Exchange exchange = Objects.requireNonNull(unanswered);
        if (message instanceof HttpResponse response) {
            exchange.answer(response);
        }
        int bytes = message instanceof HttpContent content ? content.content().readableBytes() : 0;
        if (bytes > 0 || message instanceof HttpResponse) { // A client that has it all may leave before an empty end.
            promise.addListener(sent -> exchange.send(bytes, sent.isSuccess()));
        }
        if (message instanceof LastHttpContent) {
            unanswered = null;
            exchange.complete();
            promise.addListener(sent -> exchange.end());
        }
        return promise;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (unanswered != null) {
            unanswered.disconnect();
            unanswered = null;
        }
        ctx.fireChannelInactive();
    }

    /** Notes when a request starts to come, which the codec tells only when its header is complete. */
    static final class FirstByte extends ChannelInboundHandlerAdapter {

        private boolean isAwaited = true;
        private long nanos;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) {
            if (isAwaited) {
                isAwaited = false;
                nanos = System.nanoTime();
            }
            ctx.fireChannelRead(bytes);
        }

        /** Learns that a request was read to its end. */
        void await() {
            isAwaited = true;
        }

        /** Returns when the request began that is being read; of one that came together with another, that is now. */
        long nanos() {
            return isAwaited ? System.nanoTime() : nanos;
        }
    }
}
