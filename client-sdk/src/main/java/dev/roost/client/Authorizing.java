package dev.roost.client;

import dev.roost.client.http.Futures;
import dev.roost.client.http.Transport;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends requests with the access token of a session, which it has refreshed before it expires, and after a 401. */
final class Authorizing implements Transport {

    private static final String AUTHORIZATION = "Authorization";

    private final Transport next;
    private final ClientSession session;
    private final Refreshing refreshing;

    Authorizing(Transport next, ClientSession session, Refreshing refreshing) {
        this.next = next;
        this.session = session;
        this.refreshing = refreshing;
    }

    @Override
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        var tokens = session.tokens();
        if (tokens.isEmpty() || request.headers().firstValue(AUTHORIZATION).isPresent()) {
            return next.send(request);
        }
        Tokens held = tokens.get();
        if (!session.isDue(held)) {
            return sendThenRenew(request, held);
        }
        return session.hasExpired(held) ? sendRenewed(request, held) : renewAhead(request, held);
    }

    /** The token is still good where the service has no new one just now. */
    private CompletableFuture<HttpResponse<byte[]>> renewAhead(HttpRequest request, Tokens held) {
        return refreshing
                .renew(session, held)
                .exceptionally(Authorizing::nothingOnceBroken)
                .thenCompose(refusal -> session.tokens()
                        .map(tokens -> sendThenRenew(request, tokens))
                        .orElseGet(() ->
                                refusal.map(CompletableFuture::completedFuture).orElseGet(() -> next.send(request))));
    }

    /** What a token store throws is for the caller. */
    private static Optional<HttpResponse<byte[]>> nothingOnceBroken(Throwable failure) {
        if (Futures.cause(failure) instanceof IOException) {
            return Optional.empty();
        }
        throw new CompletionException(Futures.cause(failure));
    }

    private CompletableFuture<HttpResponse<byte[]>> sendThenRenew(HttpRequest request, Tokens tokens) {
        return next.send(with(tokens.accessToken(), request))
                .thenCompose(answer -> answer.statusCode() == 401 && tokens.refreshToken() != null
                        ? sendRenewed(request, tokens)
                        : CompletableFuture.completedFuture(answer));
    }

    private CompletableFuture<HttpResponse<byte[]>> sendRenewed(HttpRequest request, Tokens stale) {
        return refreshing
                .renew(session, stale)
                .thenCompose(refusal -> refusal.isPresent()
                        ? CompletableFuture.completedFuture(refusal.get())
                        : next.send(session.tokens()
                                .map(tokens -> with(tokens.accessToken(), request))
                                .orElse(request)));
    }

    /** Returns a request that has a token. */
    static HttpRequest with(String token, HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .setHeader(AUTHORIZATION, "Bearer " + token)
                .build();
    }
}
