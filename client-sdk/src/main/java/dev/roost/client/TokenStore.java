package dev.roost.client;

import java.util.Optional;

/**
 * Where a client keeps the tokens of its session: in memory, in a file, in a database. Many threads call it at once:
 * those that make calls, and those of the common pool. What it throws reaches the caller as it is; it must call no
 * client itself. A client and those that are made of it take stores that are equal for the same one, so what a store is
 * equal to must not depend on its tokens.
 */
public interface TokenStore {

    /** Returns the tokens that were saved last; nothing where nobody is logged in. */
    Optional<Tokens> load();

    /** Keeps tokens in the place of any others. */
    void save(Tokens tokens);

    /** Forgets the tokens. */
    void clear();

    /** Returns a store without tokens that lives as long as this process. */
    static TokenStore inMemory() {
        return new MemoryTokenStore();
    }
}
