package dev.roost.client;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Lets only one thread at a time change what a token store holds, or one that is equal to it. */
final class StoreLocks {

    private final ConcurrentMap<TokenStore, Boolean> locked = new ConcurrentHashMap<>(256);

    /** Waits for the other changes of a store, and makes one. */
    void change(TokenStore store, Runnable change) {
        locked.compute(store, (same, none) -> {
            change.run();
            return null;
        });
    }
}
