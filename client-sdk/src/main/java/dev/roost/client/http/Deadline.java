package dev.roost.client.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
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
        var unused = answer.whenComplete((response, failure) -> wire.stop());
        request.timeout().ifPresent(time -> limit(answer, time));
        Futures.handOver(CompletableFuture.completedFuture(request).thenCompose(next::send), answer);
        return answer;
    }

    private static void limit(CompletableFuture<?> answer, Duration time) {
        var timer = new CompletableFuture<@Nullable Void>()
                .orTimeout(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
        var unusedTimeout = timer.exceptionallyAsync(
                timeout -> {
                    answer.completeExceptionally(new HttpTimeoutException("no answer in " + time));
                    return null;
                },
                Deadline::run);
        var unusedEnd = answer.whenComplete((response, failure) -> timer.complete(null));
    }

    /** Runs a task on a thread of its own: what waits for the answer may block it, and the common pool may be busy. */
    private static void run(Runnable task) {
        var thread = new Thread(task, "roost-client-timeout");
        thread.setDaemon(true);
        thread.start();
    }
}
