package dev.roost.client.http;

import java.util.concurrent.CompletableFuture;

/** A future that, when it or any future made from it is cancelled, stops the work behind it. */
final class StoppableFuture<T> extends CompletableFuture<T> {

    private final Runnable stop;

    StoppableFuture(Runnable stop) {
        this.stop = stop;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new StoppableFuture<>(stop);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            stop.run();
        }
        return cancelled;
    }
}
