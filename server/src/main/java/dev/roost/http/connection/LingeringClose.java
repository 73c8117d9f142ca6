package dev.roost.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which the client still sends: closed at once, it would be reset, and the client might lose the
 * answer (RFC 9112, section 9.6). The first handler of the connection, it keeps from all others what still comes.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is written and closed tells its promise, not its caller.
final class LingeringClose extends ChannelInboundHandlerAdapter {

    private static final int SECONDS = 2;
    private static final long MAX_BYTES = 16_777_216;

    private long bytes;
    private @Nullable Future<?> deadline;

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ((DuplexChannel) ctx.channel()).shutdownOutput();
        ctx.channel().config().setAutoRead(true);
        deadline = ctx.executor().schedule((Runnable) ctx::close, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        bytes += ((ByteBuf) message).readableBytes();
        ReferenceCountUtil.release(message);
        if (bytes > MAX_BYTES) {
            ctx.channel().config().setAutoRead(false);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {}
}
