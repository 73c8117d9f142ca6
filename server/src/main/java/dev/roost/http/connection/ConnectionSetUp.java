package dev.roost.http.connection;

import static io.micronaut.http.netty.channel.ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
import static io.micronaut.http.netty.channel.ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND;

import dev.roost.http.Draining;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Sets up every connection with our own reader of requests and our limits. */
@Singleton
final class ConnectionSetUp implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final TimeLimits limits;
    private final Draining draining;
    private final AnswerFields answerFields;

    ConnectionSetUp(TimeLimits limits, Draining draining, Clock clock) {
        this.limits = limits;
        this.draining = draining;
        this.answerFields = new AnswerFields(clock);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> created) {
        created.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.CONNECTION ? new OfConnection(channel.pipeline()) : this;
            }
        });
        return created.getBean();
    }

    private final class OfConnection implements NettyServerCustomizer {

        private final ChannelPipeline pipeline;

        private OfConnection(ChannelPipeline pipeline) {
            this.pipeline = pipeline;
        }

        @Override
        public void onStreamPipelineBuilt() {
            var decoder = new StrictRequestDecoder();
            pipeline.replace(HANDLER_HTTP_SERVER_CODEC, HANDLER_HTTP_SERVER_CODEC, decoder);
            // Not one handler for both, because OpenTelemetry's agent does not look into such a one.
            pipeline.addAfter(HANDLER_HTTP_SERVER_CODEC, null, new HttpResponseEncoder());
            List<ChannelHandler> handlers = List.of(
                    new AnswerTimeout(limits.writeTimeout()),
                    new RequestDeadline(limits.readTimeout(), decoder),
                    new Pipelining(decoder),
                    new LastAnswer(decoder, draining),
                    answerFields);
            handlers.forEach(handler -> pipeline.addBefore(HANDLER_MICRONAUT_INBOUND, null, handler));
            pipeline.addBefore(HANDLER_MICRONAUT_INBOUND, HeadRequests.NAME, new HeadRequests());
        }
    }
}
