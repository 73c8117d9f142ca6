package dev.roost.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a connection whose client does not take a part of its answer in time, which is nobody's fault but its own. */
@SuppressWarnings("FutureReturnValueIgnored") // What is closed tells its promise, not its caller.
final class AnswerTimeout extends WriteTimeoutHandler {

    AnswerTimeout(Duration limit) {
        super(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void writeTimedOut(ChannelHandlerContext ctx) {
        ctx.close();
    }
}
