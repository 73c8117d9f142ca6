package dev.roost.account.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/** Argon2id (RFC 9106), in the PHC string format that other systems write. */
final class Argon2id implements PasswordAlgorithm {

    /** New hashes: 19 MiB, two passes, one lane (OWASP, Password Storage Cheat Sheet). */
    private static final int MEMORY = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** What all hashes under way may take together, in KiB. */
    private static final int BUDGET =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 1024 / 2);

    /** A stored hash of more than 256 MiB, or than the budget, is refused instead of computed; a new one never is. */
    private static final int MAX_MEMORY = Math.max(MEMORY, Math.min(256 * 1024, BUDGET));

    /** The most memory times passes of a stored hash: 256 MiB twice, about a second of one core. */
    private static final long MAX_WORK = 2L * 256 * 1024;

    private final Semaphore budget = new Semaphore(Math.max(MEMORY, BUDGET));
    private final SecureRandom random;

    Argon2id(SecureRandom random) {
        this.random = random;
    }

    @Override
    public String hash(byte[] password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return compute(new Hash(MEMORY, PASSES, LANES, salt, new byte[HASH_BYTES]), password)
                .toString();
    }

    @Override
    public boolean canVerify(String hash) {
        Hash stored = Hash.parse(hash);
        return stored != null && stored.isValid() && stored.memory <= MAX_MEMORY && stored.work() <= MAX_WORK;
    }

    @Override
    public boolean verify(byte[] password, String hash) {
        Hash stored = Hash.parse(hash);
        return stored != null && MessageDigest.isEqual(stored.output, compute(stored, password).output);
    }

    @Override
    public boolean isUpToDate(String hash) {
        Hash stored = Hash.parse(hash);
        return stored != null && stored.work() >= (long) MEMORY * PASSES;
    }

    /** Waits until there is memory enough. */
    private Hash compute(Hash like, byte[] password) {
        budget.acquireUninterruptibly(like.memory);
        try {
            return like.computedFor(password);
        } finally {
            budget.release(like.memory);
        }
    }

    /** A hash and what it was made with; the memory is in KiB. */
    private static final class Hash {

        private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,3})"
                + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{11,86})");

        private final int memory;
        private final int passes;
        private final int lanes;
        private final byte[] salt;
        private final byte[] output;

        Hash(int memory, int passes, int lanes, byte[] salt, byte[] output) {
            this.memory = memory;
            this.passes = passes;
            this.lanes = lanes;
            this.salt = salt;
            this.output = output;
        }

        static @Nullable Hash parse(String text) {
            Matcher phc = PHC.matcher(text);
            if (!phc.matches()) {
                return null;
            }
            try {
                return new Hash(
                        Integer.parseInt(phc.group(1)),
                        Integer.parseInt(phc.group(2)),
                        Integer.parseInt(phc.group(3)),
                        Base64.getDecoder().decode(phc.group(4)),
                        Base64.getDecoder().decode(phc.group(5)));
            } catch (IllegalArgumentException e) { // A length that Base64 cannot have.
                return null;
            }
        }

        /** Returns the hash of the same parameters and length for a password. */
        Hash computedFor(byte[] password) {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            var computed = new byte[output.length];
            generator.generateBytes(password, computed);
            return new Hash(memory, passes, lanes, salt, computed);
        }

        long work() {
            return (long) memory * passes;
        }

        /** At least one lane and one pass, and 8 KiB a lane (RFC 9106, section 3.1). */
        boolean isValid() {
            return lanes > 0 && passes > 0 && memory >= 8 * lanes;
        }

        @Override
        public String toString() {
            var base64 = Base64.getEncoder().withoutPadding();
            return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                    .formatted(memory, passes, lanes, base64.encodeToString(salt), base64.encodeToString(output));
        }
    }
}
