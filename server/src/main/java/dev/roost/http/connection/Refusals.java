package dev.roost.http.connection;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.cors.CorsFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;

/** Refuses what the connection could not read as a request, where pages of other origins can still read the answer. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Refusals implements Ordered {

    @Override
    public int getOrder() {
        return CorsFilter.CORS_FILTER_ORDER + 10;
    }

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        if (request instanceof NettyHttpRequest<?> netty
                && netty.getNativeRequest() instanceof RefusedRequest refused) {
            throw refused.refusal();
        }
    }
}
