package dev.roost.client;

import dev.roost.client.http.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells listeners of every request that one call sends. */
final class Logging implements Transport {

    private static final Logger LOG = System.getLogger("dev.roost.client");

    /** Writes a line at {@code DEBUG}. */
    static final ExchangeListener SYSTEM_LOG = exchange -> LOG.log(Level.DEBUG, exchange::toString);

    private final Transport next;
    private final List<ExchangeListener> listeners;
    private final Clock clock;
    private final AtomicInteger attempts = new AtomicInteger();

    Logging(Transport next, List<ExchangeListener> listeners, Clock clock) {
        this.next = next;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        int attempt = attempts.incrementAndGet();
        Instant start = clock.instant();
        return next.send(request).whenComplete((response, failure) -> {
            var duration = Duration.between(start, clock.instant());
            tell(new Exchange(request, response, failure, attempt, duration));
        });
    }

    private void tell(Exchange exchange) {
        for (ExchangeListener listener : listeners) {
            try {
                listener.onExchange(exchange);
            } catch (Throwable e) { // Not every language declares what it throws.
                LOG.log(Level.WARNING, "a listener failed", e);
            }
        }
    }
}
