package dev.roost.http.requestlog;

import static io.micronaut.http.netty.channel.ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;

import dev.roost.http.ClientAddress;
import dev.roost.http.connection.HeadRequests;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.context.event.HttpRequestReceivedEvent;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.runtime.event.annotation.EventListener;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Follows every request from its first byte to the last of its answer. It sets up connections after all others, whose
 * handlers make requests too: of customizers, the one that was registered first comes last.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ExchangeTracking implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final ClientAddress clients;

    ExchangeTracking(ClientAddress clients) {
        this.clients = clients;
        ExchangeContext.install();
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(clients, null));
        return event.getBean();
    }

    @EventListener
    void route(HttpRequestReceivedEvent event) {
        Exchange.current().ifPresent(exchange -> exchange.route(event.getSource()));
    }

    @EventListener
    void finish(HttpRequestTerminatedEvent event) {
        Exchange.of(event.getSource()).ifPresent(Exchange::finish);
    }

    private record Customizer(
            ClientAddress clients, @Nullable Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new Customizer(clients, channel);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null && channel.pipeline().get(HANDLER_HTTP_SERVER_CODEC) != null) {
                var handler = new ExchangeHandler(clients);
                channel.pipeline()
                        .addBefore(HANDLER_HTTP_SERVER_CODEC, "first-byte", handler.firstByte())
                        .addBefore(HeadRequests.NAME, "exchanges", handler);
            }
        }
    }
}
