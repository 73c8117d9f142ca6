package dev.roost.account.password;

/** Hashes that other programs have made. */
public final class KnownHashes {

    /** "04234" by the argon2 command of the algorithm's authors, with the parameters of Go's alexedwards/argon2id. */
    public static final String ARGON2ID_OF_04234 =
            "$argon2id$v=19$m=65536,t=1,p=2$MTIzNDU2Nzg5MGFiY2RlZg$YaQKcM2Xw88fjGNHA8UoWX8rYKURb1e7VCesohBIVvA";

    /** "password" by the same command, at less than our cost. */
    public static final String SMALL_ARGON2ID_OF_PASSWORD =
            "$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHQ$qLml5cbqFAO6YxVHhrSBHP0UWdxrIxkNcM8aMX3blzU";

    /** "abc" at cost 6, from the test vectors of jBCrypt. */
    public static final String BCRYPT_OF_ABC = "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

    private KnownHashes() {}
}
