package dev.roost.client;

import dev.roost.client.http.Futures;
import dev.roost.client.http.Transport;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends the attempts of one call with the access token of a session, which it has refreshed ahead of its end, and after a
 * 401. All of them are of whoever was logged in at the first, so that nobody repeats what another one has begun.
 */
final class Authorizing implements Transport {

    private static final String AUTHORIZATION = "Authorization";

    private final Transport next;
    private final ClientSession session;
    private final Refreshing refreshing;
    private volatile boolean hasBegun;
    private volatile @Nullable Tokens first;

    Authorizing(Transport next, ClientSession session, Refreshing refreshing) {
        this.next = next;
        this.session = session;
        this.refreshing = refreshing;
    }

    @Override
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        Optional<Tokens> held = tokens();
        if (held.isEmpty() || request.headers().firstValue(AUTHORIZATION).isPresent()) {
            return next.send(request);
        }
        return sendAs(held.get(), request).exceptionallyCompose(Authorizing::answerOfTheRefresh);
    }

    private Optional<Tokens> tokens() {
        Optional<Tokens> held = session.tokens();
        if (!hasBegun) {
            hasBegun = true;
            first = held.orElse(null);
        }
        return Optional.ofNullable(first)
                .map(own -> held.filter(own::isOfTheSameSession).orElse(own));
    }

    private CompletableFuture<HttpResponse<byte[]>> sendAs(Tokens held, HttpRequest request) {
        if (session.hasExpired(held)) {
            return refreshThenSend(held, request);
        }
        if (session.isDue(held)) {
            refreshing.renewAhead(session, held);
        }
        return next.send(with(held.accessToken(), request))
                .thenCompose(answer -> answer.statusCode() == 401 && held.refreshToken() != null
                        ? refreshThenSend(held, request)
                        : CompletableFuture.completedFuture(answer));
    }

    private CompletableFuture<HttpResponse<byte[]>> refreshThenSend(Tokens stale, HttpRequest request) {
        return refreshing
                .renew(session, stale)
                .thenCompose(renewed -> next.send(with(tokens().orElse(stale).accessToken(), request)));
    }

    /** Where a token was refused for a reason that is the call's as well, the caller is told that. */
    private static CompletableFuture<HttpResponse<byte[]>> answerOfTheRefresh(Throwable failure) {
        return Futures.cause(failure) instanceof RefreshRefusedException refused
                ? CompletableFuture.completedFuture(refused.answer())
                : CompletableFuture.failedFuture(failure);
    }

    /** Returns a request that has a token. */
    static HttpRequest with(String token, HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .setHeader(AUTHORIZATION, "Bearer " + token)
                .build();
    }
}
