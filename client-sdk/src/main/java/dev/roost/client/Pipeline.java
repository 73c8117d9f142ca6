package dev.roost.client;

import dev.roost.client.gen.ApiClient;
import dev.roost.client.http.Backoff;
import dev.roost.client.http.LayeredHttpClient;
import dev.roost.client.http.Retrying;
import dev.roost.client.http.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Function;

/** How requests travel: retries around authorization around logging around the HTTP client, within a deadline. */
final class Pipeline {

    private final ClientSettings settings;
    private final StoreLocks locks = new StoreLocks();
    private final Refreshing refreshing;

    Pipeline(ClientSettings settings) {
        this.settings = settings;
        this.refreshing = new Refreshing(
                new LayeredHttpClient(settings.http(), this::logging)::sendAsync,
                refreshRequest(settings),
                settings.pause());
    }

    private static HttpRequest refreshRequest(ClientSettings settings) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/api/refresh"))
                .POST(BodyPublishers.noBody())
                .timeout(settings.timeout())
                .setHeader("Accept", "application/json, application/problem+json")
                .setHeader("User-Agent", settings.userAgent())
                .build();
    }

    /** Returns the session whose tokens a store holds. */
    ClientSession session(TokenStore store) {
        return new ClientSession(store, new Expiry(settings.clock()), locks);
    }

    /** Returns what the generated classes send with; it sends no token. */
    ApiClient anonymous(RequestOptions options) {
        return client(options, wire -> retrying(logging(wire), options));
    }

    /** Returns what the generated classes send with; it sends the token of the session. */
    ApiClient authorized(RequestOptions options, ClientSession session) {
        return client(options, wire -> retrying(new Authorizing(logging(wire), session, refreshing), options));
    }

    private Transport retrying(Transport next, RequestOptions options) {
        return new Retrying(
                next,
                options.maxRetriesOr(settings.maxRetries()),
                new Backoff(settings.random()),
                settings.pause(),
                settings.clock());
    }

    private Transport logging(Transport next) {
        return new Logging(next, settings.listeners(), settings.clock());
    }

    private ApiClient client(RequestOptions options, Function<Transport, Transport> layers) {
        HttpClient http = new LayeredHttpClient(settings.http(), layers);
        return new LayeredApiClient(http, settings.baseUrl())
                .setReadTimeout(options.timeoutOr(settings.timeout()))
                .setRequestInterceptor(request -> {
                    request.setHeader("User-Agent", settings.userAgent());
                    options.headers().forEach(request::setHeader);
                });
    }
}
