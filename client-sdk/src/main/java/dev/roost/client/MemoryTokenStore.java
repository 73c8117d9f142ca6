package dev.roost.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the tokens as long as the process lives. */
final class MemoryTokenStore implements TokenStore {

    private volatile @Nullable Tokens tokens;

    static TokenStore of(Tokens tokens) {
        var store = new MemoryTokenStore();
        store.save(tokens);
        return store;
    }

    @Override
    public Optional<Tokens> load() {
        return Optional.ofNullable(tokens);
    }

    @Override
    public void save(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void clear() {
        tokens = null;
    }
}
