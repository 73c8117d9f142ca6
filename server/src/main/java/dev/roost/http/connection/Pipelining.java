package dev.roost.http.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Lets the requests of a connection be worked on one after the other, however many are sent at once: Micronaut would
 * work on all of them together. The decoder pauses when it has read one to its end, until it is told here that the
 * answer is written; whoever stands behind it sees one request at a time.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is written tells its promise, not its caller.
final class Pipelining extends ChannelDuplexHandler {

    /** What more a client sends is read no sooner than it is needed. */
    private static final int MAX_WAITING_BYTES = 8_192;

    private final StrictRequestDecoder decoder;

    Pipelining(StrictRequestDecoder decoder) {
        this.decoder = decoder;
    }

    /** Reads on during a pause, because that is how a client is noticed that leaves. Micronaut asks again after it. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (decoder.waitingBytes() < MAX_WAITING_BYTES) {
            ctx.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ctx.write(message, promise);
        if (message instanceof LastHttpContent && !InterimResponse.is(message)) {
            boolean isToGoOn = decoder.waitingBytes() > 0;
            decoder.answered();
            if (isToGoOn) {
                ctx.executor().execute(() -> goOn(ctx)); // When whoever writes is done.
            }
        }
    }

    private void goOn(ChannelHandlerContext ctx) {
        ChannelHandlerContext reader = ctx.pipeline().context(decoder);
        if (reader == null) { // The connection was closed a while ago.
            return;
        }
        try {
            decoder.readWaiting(reader);
        } catch (Exception e) {
            reader.fireExceptionCaught(e);
        }
    }
}
