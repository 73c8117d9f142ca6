package dev.roost.http.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.timeout.WriteTimeoutHandler;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Sets up every connection with our own reader of requests and our limits. */
@Singleton
final class ConnectionSetUp implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private static final SecurityHeaders SECURITY_HEADERS = new SecurityHeaders();

    private final TimeLimits limits;

    ConnectionSetUp(TimeLimits limits) {
        this.limits = limits;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> created) {
        created.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.CONNECTION ? new OfConnection(channel.pipeline(), limits) : this;
            }
        });
        return created.getBean();
    }

    private record OfConnection(ChannelPipeline pipeline, TimeLimits limits) implements NettyServerCustomizer {

        @Override
        public void onStreamPipelineBuilt() {
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            // Two handlers, because OpenTelemetry's agent does not look into one that combines them.
            pipeline.replace(codec, codec, new StrictRequestDecoder());
            pipeline.addAfter(codec, null, new HttpResponseEncoder());
            pipeline.addBefore(
                    ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                    null,
                    new WriteTimeoutHandler(limits.writeTimeout().toMillis(), TimeUnit.MILLISECONDS));
            pipeline.addBefore(
                    ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                    null,
                    new UnfinishedRequests(limits.readTimeout()));
            pipeline.addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, null, SECURITY_HEADERS);
        }
    }
}
