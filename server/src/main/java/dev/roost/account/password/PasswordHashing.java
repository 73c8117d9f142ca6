package dev.roost.account.password;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hashes passwords with the algorithm of the settings, and verifies hashes of every algorithm that it knows. */
@Singleton
public final class PasswordHashing {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordHashing.class);

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

    /**
     * Returns a new hash of a password, with a salt of its own.
     *
     * @throws HashingOverloadException when too many wait for that already, or the client did not wait for it
     */
    public String hash(String password) {
        return lane.run(() -> preferred.hash(bytes(password)), client());
    }

    /**
     * Returns the hash to keep of a password that is the one of a stored hash: the stored one, or a new one where that
     * is of another algorithm than the configured one or costs an attacker less. Returns nothing for a wrong password,
     * and in the same time for a null hash, that of an unknown account, and for one that cannot be verified: it is of no
     * known algorithm, or its cost is absurd.
     *
     * @throws HashingOverloadException when too many wait for that already, or the client did not wait for it
     */
    public Optional<String> verify(String password, @Nullable String hash) {
        byte[] text = bytes(password);
        return lane.run(
                () -> {
                    PasswordAlgorithm algorithm = hash == null ? null : algorithmOf(hash);
                    if (hash != null && algorithm == null) {
                        LOG.warn("a stored hash is of an unknown algorithm or too costly: nobody can log in with it");
                    }
                    if (hash == null || algorithm == null) {
                        preferred.verify(text, dummyHash);
                        return Optional.empty();
                    }
                    if (!algorithm.verify(text, hash)) {
                        return Optional.empty();
                    }
                    return Optional.of(preferred.isUpToDate(hash) ? hash : preferred.hash(text));
                },
                client());
    }

    /**
     * Makes sure that a password can be hashed now, before anything else is done for it.
     *
     * @throws HashingOverloadException when too many wait for that already
     */
    public void requireRoom() {
        lane.requireRoom();
    }

    /** Tells whether the client of the current request, if there is one, still waits for its answer. */
    private static BooleanSupplier client() {
        return ServerRequestContext.currentRequest()
                .filter(NettyHttpRequest.class::isInstance)
                .map(request -> ((NettyHttpRequest<?>) request)
                        .getChannelHandlerContext()
                        .channel())
                .<BooleanSupplier>map(channel -> channel::isActive)
                .orElse(() -> true);
    }

    private @Nullable PasswordAlgorithm algorithmOf(String hash) {
        return algorithms.values().stream()
                .filter(algorithm -> algorithm.canVerify(hash))
                .findFirst()
                .orElse(null);
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
