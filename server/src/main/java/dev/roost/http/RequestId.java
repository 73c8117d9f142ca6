package dev.roost.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives every request an id: the client's {@code X-Request-Id} where that is sane, one of our own otherwise. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestId {

    /** The header that carries it. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "roost.request-id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    @RequestFilter
    void assign(HttpRequest<?> request) {
        of(request);
    }

    @ResponseFilter
    void send(HttpRequest<?> request, MutableHttpResponse<?> response) {
        addTo(response, request);
    }

    /** Sets the header on an answer, which needs it also where the request was refused before any filter saw it. */
    public static void addTo(MutableHttpResponse<?> response, HttpRequest<?> request) {
        response.getHeaders().set(HEADER, of(request));
    }

    /** Returns the id of a request. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id = orNew(request.getHeaders().get(HEADER));
            assign(request, id);
            return id;
        });
    }

    /** Gives a request the id that was chosen for it before there was one. */
    public static void assign(HttpRequest<?> request, String id) {
        request.setAttribute(ATTRIBUTE, id);
    }

    /** Returns the id that a client gave where that is sane, a new one otherwise. */
    public static String orNew(@Nullable String given) {
        return given != null && SANE.matcher(given).matches() ? given : newId();
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
