package dev.roost.account.password;

/** One way to hash passwords. Every hash names its own. */
sealed interface PasswordAlgorithm permits Bcrypt, Argon2id {

    /** Returns a new hash, with a salt of its own. */
    String hash(byte[] password);

    /** Tells whether a stored hash is of this algorithm, and not so costly that it must not be computed. */
    boolean canVerify(String hash);

    /** Tells whether a password is the one of a stored hash that can be verified. */
    boolean verify(byte[] password, String hash);

    /** Tells whether a stored hash is of this algorithm and costs at least as much as a new one. */
    boolean isUpToDate(String hash);
}
