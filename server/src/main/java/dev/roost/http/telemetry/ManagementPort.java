package dev.roost.http.telemetry;

import dev.roost.http.problem.ApiException;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Keeps the port of the metrics for the metrics: no route of the API is there, but filters heed no ports. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = ManagementPort.PROPERTY)
final class ManagementPort {

    static final String PROPERTY = "endpoints.all.port";

    private final int port;

    ManagementPort(@Property(name = PROPERTY) int port) {
        this.port = port;
    }

    @RequestFilter
    @PreMatching
    void refuse(HttpRequest<?> request) {
        if (request.getServerAddress().getPort() == port && !request.getPath().equals("/prometheus")) {
            throw ApiException.notFound();
        }
    }
}
