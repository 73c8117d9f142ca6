package dev.roost.client.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends a call, with all of its attempts and waits, when the request's time is over or its future is cancelled. */
final class Deadline implements Transport {

    private final Transport next;
    private final Wire wire;

    Deadline(Transport next, Wire wire) {
        this.next = next;
        this.wire = wire;
    }

    @Override
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        var answer = new StoppableFuture<HttpResponse<byte[]>>(wire::stop);
        Futures.handOver(CompletableFuture.completedFuture(request).thenCompose(next::send), answer);
        var unused = answer.whenComplete((response, failure) -> wire.stop());
        request.timeout().ifPresent(time -> limit(answer, time));
        return answer;
    }

    private static void limit(CompletableFuture<?> answer, Duration time) {
        var timer = new CompletableFuture<@Nullable Void>()
                .orTimeout(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
        // Not on the one thread that all timers of the process share: what waits for the answer may block it.
        var unusedTimeout = timer.exceptionallyAsync(timeout -> {
            answer.completeExceptionally(timeout);
            return null;
        });
        var unusedEnd = answer.whenComplete((response, failure) -> timer.complete(null));
    }
}
