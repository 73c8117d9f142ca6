package dev.roost.client;

/** Someone who is told of every request that a client has sent, such as a log. */
@FunctionalInterface
public interface ExchangeListener {

    /**
     * Takes what was sent and what came back. It must be quick, as the call waits for it; what it throws is logged and
     * changes nothing.
     */
    void onExchange(Exchange exchange);
}
