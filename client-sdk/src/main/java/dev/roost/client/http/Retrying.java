package dev.roost.client.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends again what failed for a while only, and never waits past the request's time. */
public final class Retrying implements Transport {

    /** The header by which the service knows a request that it has already served, so that any may be sent again. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Transport next;
    private final int maxRetries;
    private final Backoff backoff;
    private final Pause pause;
    private final Clock clock;

    public Retrying(Transport next, int maxRetries, Backoff backoff, Pause pause, Clock clock) {
        this.next = next;
        this.maxRetries = maxRetries;
        this.backoff = backoff;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        return send(request, clock.instant(), 0);
    }

    private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request, Instant start, int retries) {
        return next.send(request)
                .handle((answer, failure) -> new Attempt(request, answer, failure))
                .thenCompose(attempt -> {
                    Duration wait = waitAfter(attempt, retries);
                    return retries < maxRetries && attempt.isRepeatable() && isInTime(request, start, wait)
                            ? pause.of(wait).thenCompose(over -> send(request, start, retries + 1))
                            : attempt.outcome();
                });
    }

    private Duration waitAfter(Attempt attempt, int retries) {
        return Optional.ofNullable(attempt.answer())
                .flatMap(answer -> RetryAfter.of(answer.headers(), clock))
                .orElseGet(() -> backoff.after(retries));
    }

    private boolean isInTime(HttpRequest request, Instant start, Duration wait) {
        Duration spent = Duration.between(start, clock.instant());
        return request.timeout()
                .map(time -> spent.plus(wait).compareTo(time) < 0)
                .orElse(true);
    }
}
