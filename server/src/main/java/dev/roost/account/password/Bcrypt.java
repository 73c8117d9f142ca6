package dev.roost.account.password;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.nio.charset.StandardCharsets;

/**
 * bcrypt. A password of more than 72 bytes, which bcrypt would cut, is first condensed with SHA-512; a shorter one is
 * hashed as it is, so that plain bcrypt hashes made elsewhere verify.
 */
final class Bcrypt implements PasswordAlgorithm {

    /** The cost of new hashes: 2<sup>12</sup> rounds, about a quarter of a second of one core. */
    private static final int COST = 12;

    /** bcrypt knows no lower cost. */
    private static final int MIN_COST = 4;

    /** A stored hash of a higher cost is refused instead of computed: each step doubles the time. */
    private static final int MAX_COST = 14;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;
    private static final LongPasswordStrategy CONDENSE = LongPasswordStrategies.hashSha512(VERSION);

    @Override
    public String hash(byte[] password) {
        return new String(BCrypt.with(CONDENSE).hash(COST, password), StandardCharsets.US_ASCII);
    }

    @Override
    public boolean canVerify(String hash) {
        int cost = cost(hash);
        return cost >= MIN_COST && cost <= MAX_COST;
    }

    @Override
    public boolean verify(byte[] password, String hash) {
        return BCrypt.verifyer(null, CONDENSE).verify(password, hash.getBytes(StandardCharsets.US_ASCII)).verified;
    }

    @Override
    public boolean isUpToDate(String hash) {
        return cost(hash) >= COST;
    }

    /** Returns 0 for what is no bcrypt hash. */
    private static int cost(String hash) {
        return hash.matches("\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]{53}") ? Integer.parseInt(hash, 4, 6, 10) : 0;
    }
}
