package dev.roost.http.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Lets the requests of a connection be worked on one after the other, however many are sent at once: Micronaut would
 * work on all of them together. While one is worked on, little is read of what follows it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is written tells its promise, not its caller.
final class Pipelining extends ChannelDuplexHandler {

    private final StrictRequestDecoder decoder;

    private boolean isReadAwaited;

    Pipelining(StrictRequestDecoder decoder) {
        this.decoder = decoder;
    }

    /** Reads on while a request is worked on, as a client that leaves is noticed so, but not past what then comes. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (decoder.hasWaiting()) {
            isReadAwaited = true;
        } else {
            ctx.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ctx.write(message, promise);
        boolean isInterim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !isInterim) {
            boolean hasWaiting = decoder.hasWaiting();
            decoder.answered();
            if (hasWaiting) {
                ctx.executor().execute(() -> goOn(ctx)); // When whoever writes is done.
            }
        }
    }

    private void goOn(ChannelHandlerContext ctx) {
        ChannelHandlerContext reader = ctx.pipeline().context(decoder);
        if (reader == null) { // The connection is gone.
            return;
        }
        try {
            decoder.readWaiting(reader);
        } catch (Exception e) {
            reader.fireExceptionCaught(e);
        }
        if (isReadAwaited) {
            isReadAwaited = false;
            read(ctx);
        }
    }
}
