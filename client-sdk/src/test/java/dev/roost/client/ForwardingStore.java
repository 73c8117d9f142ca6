package dev.roost.client;

import java.util.Optional;

/** A token store in front of another, equal to any other in front of the same; tests change what it does. */
class ForwardingStore implements TokenStore {

    private final TokenStore store;

    ForwardingStore(TokenStore store) {
        this.store = store;
    }

    @Override
    public Optional<Tokens> load() {
        return store.load();
    }

    @Override
    public void save(Tokens tokens) {
        store.save(tokens);
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForwardingStore forwarding && store.equals(forwarding.store);
    }

    @Override
    public int hashCode() {
        return store.hashCode();
    }
}
