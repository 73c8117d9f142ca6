package dev.roost.client;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets only one thread at a time change what a token store holds, or one that is equal to it. */
final class StoreLocks {

    private final ConcurrentMap<TokenStore, Lock> locks = new ConcurrentHashMap<>();

    /** Waits for the other changes of a store, and makes one. */
    void change(TokenStore store, Runnable change) {
        Lock lock = locks.compute(store, (same, used) -> used == null ? new Lock(1) : used.with(1));
        lock.changing.lock();
        try {
            change.run();
        } finally {
            lock.changing.unlock();
            locks.computeIfPresent(store, (same, used) -> used.users == 1 ? null : used.with(-1));
        }
    }

    private record Lock(ReentrantLock changing, int users) {

        Lock(int users) {
            this(new ReentrantLock(), users);
        }

        Lock with(int more) {
            return new Lock(changing, users + more);
        }
    }
}
