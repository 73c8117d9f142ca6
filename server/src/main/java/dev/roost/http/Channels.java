package dev.roost.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The sockets of the HTTP server: those that listen, and the connections. */
@Singleton
public final class Channels implements NettyServerCustomizer, BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(this);
        return event.getBean();
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        open.add(channel);
        return this;
    }

    /** Lets no more connections in. */
    public void refuseConnections() throws InterruptedException {
        open.close(ChannelMatchers.isServerChannel()).await();
    }

    /** Waits until there is no connection any more, and tells whether that came in time. */
    public boolean awaitLastConnection(Duration timeout) throws InterruptedException {
        return open.newCloseFuture(ChannelMatchers.isNonServerChannel()).await(timeout.toMillis());
    }

    /** Closes the connections on which no request is worked on, as if they had been silent for long. */
    public void closeIdleConnections() {
        open.stream().filter(channel -> !(channel instanceof ServerChannel)).forEach(channel -> channel.pipeline()
                .fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT));
    }
}
