package dev.roost.client;

import dev.roost.client.gen.model.Chirp;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The microblog, without threads that wait. Futures fail with what the methods of {@link Chirps} throw. */
public final class AsyncChirps {

    private final ChirpCalls calls;

    AsyncChirps(ChirpCalls calls) {
        this.calls = calls;
    }

    /** Posts a chirp of the caller's. */
    public CompletableFuture<Chirp> post(String body) {
        return calls.post(body).executeAsync();
    }

    /** Returns everybody's chirps, oldest first, as they are read. */
    public AsyncPaged<Chirp> list() {
        return list(new ChirpQuery());
    }

    /** Returns the chirps that a query asks for, as they are read. */
    public AsyncPaged<Chirp> list(ChirpQuery query) {
        return new AsyncPaged<>(calls.list(query));
    }

    /** Returns a chirp. */
    public CompletableFuture<Chirp> get(UUID id) {
        return calls.get(id).executeAsync();
    }

    /** Deletes a chirp of the caller's. */
    public CompletableFuture<@Nullable Void> delete(UUID id) {
        return calls.delete(id).executeAsync();
    }
}
