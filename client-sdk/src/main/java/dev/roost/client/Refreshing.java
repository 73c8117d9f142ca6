package dev.roost.client;

import dev.roost.client.gen.model.RefreshedToken;
import dev.roost.client.http.Futures;
import dev.roost.client.http.Transport;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Gets new access tokens: one request at a time for each store, however many calls wait for it. */
final class Refreshing {

    private final ConcurrentMap<TokenStore, CompletableFuture<Optional<HttpResponse<byte[]>>>> underway =
            new ConcurrentHashMap<>();
    private final Transport transport;
    private final HttpRequest request;

    /**
     * Creates what refreshes tokens.
     *
     * @param request the request for a new token, without the refresh token
     */
    Refreshing(Transport transport, HttpRequest request) {
        this.transport = transport;
        this.request = request;
    }

    /**
     * Sees to it that a session has other tokens than stale ones.
     *
     * @return the service's refusal; nothing when the session has what is newest
     */
    CompletableFuture<Optional<HttpResponse<byte[]>>> renew(ClientSession session, Tokens stale) {
        var mine = new CompletableFuture<Optional<HttpResponse<byte[]>>>();
        var others = underway.putIfAbsent(session.store(), mine);
        if (others != null) {
            return others;
        }
        var renewal = CompletableFuture.completedFuture(stale)
                .thenCompose(tokens -> refresh(session, tokens))
                .whenComplete((refusal, failure) -> underway.remove(session.store()));
        Futures.handOver(renewal, mine);
        return mine;
    }

    private CompletableFuture<Optional<HttpResponse<byte[]>>> refresh(ClientSession session, Tokens stale) {
        boolean isStale = session.tokens()
                .filter(held -> held.accessToken().equals(stale.accessToken()))
                .isPresent();
        if (!isStale || stale.refreshToken() == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return transport
                .send(Authorizing.with(stale.refreshToken(), request))
                .thenApply(answer -> settle(session, stale, answer));
    }

    private static Optional<HttpResponse<byte[]>> settle(
            ClientSession session, Tokens stale, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            session.goOn(stale, Json.read(answer.body(), RefreshedToken.class));
            return Optional.empty();
        }
        if (status == 401) {
            session.end(stale);
        }
        if (status == 401 || status == 429 || status / 100 == 5) {
            return Optional.of(answer);
        }
        // Any other would be taken for an answer to the call itself.
        throw new CompletionException(new IOException("a token was not refreshed, with status " + status));
    }
}
