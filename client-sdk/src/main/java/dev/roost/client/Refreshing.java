package dev.roost.client;

import dev.roost.client.gen.model.RefreshedToken;
import dev.roost.client.http.Futures;
import dev.roost.client.http.Pause;
import dev.roost.client.http.Transport;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Gets new access tokens: one request at a time for each store, however many calls wait for it. */
final class Refreshing {

    private static final Logger LOG = System.getLogger("dev.roost.client");

    private final ConcurrentMap<TokenStore, CompletableFuture<@Nullable Void>> underway = new ConcurrentHashMap<>();
    private final Set<TokenStore> ahead = ConcurrentHashMap.newKeySet();
    private final Transport transport;
    private final HttpRequest request;
    private final Pause pause;

    /**
     * Creates what refreshes tokens.
     *
     * @param request the request for a new token, without the refresh token
     */
    Refreshing(Transport transport, HttpRequest request, Pause pause) {
        this.transport = transport;
        this.request = request;
        this.pause = pause;
    }

    /**
     * Has tokens refreshed that are still good. Nobody waits for it, so that a service that is slow at it delays nobody;
     * where it fails, it is not tried again before they have expired.
     */
    void renewAhead(ClientSession session, Tokens held) {
        if (ahead.add(session.store())) {
            var unused = renew(session, held)
                    .exceptionallyCompose(failure -> {
                        Throwable cause = Futures.cause(failure);
                        LOG.log(
                                cause instanceof IOException ? Level.DEBUG : Level.WARNING,
                                "no token was refreshed",
                                cause);
                        return pause.of(Expiry.AHEAD);
                    })
                    .whenComplete((renewed, failure) -> ahead.remove(session.store()));
        }
    }

    /**
     * Sees to it that a session has other tokens than stale ones.
     *
     * @return what fails with a {@link RefreshRefusedException} where the service says why not
     */
    CompletableFuture<@Nullable Void> renew(ClientSession session, Tokens stale) {
        var mine = new CompletableFuture<@Nullable Void>();
        var others = underway.putIfAbsent(session.store(), mine);
        if (others != null) {
            return others;
        }
        var renewal = CompletableFuture.completedFuture(stale)
                .thenCompose(tokens -> refresh(session, tokens))
                .whenComplete((renewed, failure) -> underway.remove(session.store()));
        Futures.handOver(renewal, mine);
        return mine;
    }

    private CompletableFuture<@Nullable Void> refresh(ClientSession session, Tokens stale) {
        boolean isStale = session.tokens()
                .filter(held -> held.accessToken().equals(stale.accessToken()))
                .isPresent();
        if (!isStale || stale.refreshToken() == null) {
            return CompletableFuture.completedFuture(null);
        }
        return transport.send(Authorizing.with(stale.refreshToken(), request)).thenAccept(answer -> {
            settle(session, stale, answer);
        });
    }

    private static void settle(ClientSession session, Tokens stale, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            session.goOn(stale, Json.read(answer.body(), RefreshedToken.class));
            return;
        }
        if (status == 401) {
            session.end(stale);
        }
        throw new CompletionException(
                status == 401 || status == 429 || status / 100 == 5
                        ? new RefreshRefusedException(answer)
                        : new IOException("a token was not refreshed, with status " + status));
    }
}
