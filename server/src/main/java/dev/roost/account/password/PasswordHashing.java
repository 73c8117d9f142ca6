package dev.roost.account.password;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with bcrypt. One of more than 72 bytes, which bcrypt would cut, is first condensed with SHA-512; a
 * shorter one is hashed as it is, so that plain bcrypt hashes made elsewhere verify.
 */
@Singleton
public final class PasswordHashing {

    /** The cost of new hashes: 2<sup>12</sup> rounds, about a quarter of a second of one core. */
    private static final int COST = 12;

    /** A stored hash of a higher cost is refused instead of computed: each step doubles the time. */
    private static final int MAX_COST = 15;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;
    private static final LongPasswordStrategy CONDENSE = LongPasswordStrategies.hashSha512(VERSION);

    /** On threads of its own, as many as there are cores: on virtual threads, hashing would keep all others waiting. */
    private final ExecutorService lane = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("password-hashing-", 0).daemon().factory());

    private final String dummyHash = hash("what an unknown account's password is compared with");

    /** Returns a new hash of a password, with a salt of its own. */
    public String hash(String password) {
        byte[] text = password.getBytes(StandardCharsets.UTF_8);
        return new String(inLane(() -> BCrypt.with(CONDENSE).hash(COST, text)), StandardCharsets.US_ASCII);
    }

    /**
     * Tells whether a password is the one that was hashed. Takes the same time for a null hash, that of an unknown
     * account, which no password matches.
     */
    public boolean verify(String password, @Nullable String hash) {
        boolean matches = matches(password, hash == null ? dummyHash : hash);
        return matches && hash != null;
    }

    private boolean matches(String password, String hash) {
        byte[] text = password.getBytes(StandardCharsets.UTF_8);
        byte[] stored = hash.getBytes(StandardCharsets.US_ASCII);
        return cost(hash) <= MAX_COST
                && inLane(() -> BCrypt.verifyer(null, CONDENSE).verify(text, stored)).verified;
    }

    private <T> T inLane(Callable<T> work) {
        try {
            return lane.submit(work).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was being hashed", e);
        }
    }

    @PreDestroy
    void close() {
        lane.shutdown();
    }

    private static int cost(String hash) {
        return hash.matches("\\$2[abxy]\\$\\d\\d\\$.{53}") ? Integer.parseInt(hash, 4, 6, 10) : Integer.MAX_VALUE;
    }
}
