package dev.roost.account.password;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hashes passwords with the algorithm of the settings, and verifies hashes of every algorithm that it knows. */
@Singleton
public final class PasswordHashing {

    private final Map<String, PasswordAlgorithm> algorithms;
    private final PasswordAlgorithm preferred;
    private final HashingLane lane;
    private final String dummyHash;

    PasswordHashing(@Property(name = "roost.password.hash") String preferred, SecureRandom random, HashingLane lane) {
        this.algorithms = Map.of("bcrypt", new Bcrypt(), "argon2id", new Argon2id(random));
        this.preferred = Objects.requireNonNull(algorithms.get(preferred), preferred);
        this.lane = lane;
        this.dummyHash = hash("what an unknown account's password is compared with");
    }

    /** Returns a new hash of a password, with a salt of its own. */
    public String hash(String password) {
        return lane.run(() -> preferred.hash(bytes(password)));
    }

    /**
     * Tells whether a password is the one that was hashed. Takes the same time for a null hash, that of an unknown
     * account, which no password matches. No password matches a hash of an unknown algorithm or of an absurd cost.
     */
    public boolean verify(String password, @Nullable String hash) {
        boolean matches = matches(password, hash == null ? dummyHash : hash);
        return matches && hash != null;
    }

    /** Tells whether a hash is of another algorithm than a new one would be, or costs an attacker less. */
    public boolean isOutdated(String hash) {
        return !preferred.isUpToDate(hash);
    }

    private boolean matches(String password, String hash) {
        return algorithms.values().stream()
                .filter(algorithm -> algorithm.canVerify(hash))
                .anyMatch(algorithm -> lane.run(() -> algorithm.verify(bytes(password), hash)));
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
