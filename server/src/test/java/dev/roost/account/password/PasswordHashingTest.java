package dev.roost.account.password;

import static dev.roost.account.password.KnownHashes.ARGON2ID_OF_04234;
import static dev.roost.account.password.KnownHashes.BCRYPT_OF_ABC;
import static dev.roost.account.password.KnownHashes.SMALL_ARGON2ID_OF_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordHashingTest {

    private final HashingLane lane = new HashingLane(Duration.ofSeconds(20));
    private final PasswordHashing bcrypt = new PasswordHashing("bcrypt", new SecureRandom(), lane);
    private final PasswordHashing argon2id = new PasswordHashing("argon2id", new SecureRandom(), lane);

    @AfterAll
    void closeLane() {
        lane.close();
    }

    @Test
    void hashesWithBcryptOfCost12() {
        assertThat(bcrypt.hash("supersecret")).startsWith("$2a$12$").hasSize(60);
    }

    @Test
    void hashesWithArgon2idWhereThatIsConfigured() {
        assertThat(argon2id.hash("supersecret"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void saltsEachHash() {
        assertThat(bcrypt.hash("supersecret")).isNotEqualTo(bcrypt.hash("supersecret"));
        assertThat(argon2id.hash("supersecret")).isNotEqualTo(argon2id.hash("supersecret"));
    }

    @Test
    void verifiesItsOwnHashesOfEitherAlgorithmWhicheverIsConfigured() {
        String password = "pässwörd ".repeat(14);
        String ofBcrypt = bcrypt.hash(password);
        String ofArgon2id = argon2id.hash(password);

        assertThat(argon2id.verify(password, ofBcrypt)).isPresent();
        assertThat(argon2id.verify(password + "x", ofBcrypt)).isEmpty();
        assertThat(bcrypt.verify(password, ofArgon2id)).isPresent();
        assertThat(bcrypt.verify(password + "x", ofArgon2id)).isEmpty();
    }

    @Test
    void verifiesPlainBcryptHashesMadeElsewhere() {
        String password = "p".repeat(72);
        String hash = BCrypt.withDefaults().hashToString(4, password.toCharArray());

        assertThat(bcrypt.verify(password, hash)).isPresent();
        assertThat(bcrypt.verify(password + "x", hash)).isEmpty();
    }

    /** From the test vectors of jBCrypt. */
    @Test
    void verifiesAKnownVectorOfBcrypt() {
        assertThat(bcrypt.verify("abcdefghijklmnopqrstuvwxyz", BCRYPT_OF_ABC)).isEmpty();
        assertThat(bcrypt.verify("abc", BCRYPT_OF_ABC)).isPresent();
    }

    @Test
    void verifiesAnArgon2idHashMadeElsewhere() {
        assertThat(bcrypt.verify("04234", ARGON2ID_OF_04234)).isPresent();
        assertThat(bcrypt.verify("04235", ARGON2ID_OF_04234)).isEmpty();
    }

    /** From the tests of the algorithm's reference implementation. */
    @Test
    void verifiesAKnownVectorOfArgon2id() {
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(bcrypt.verify("password", hash)).isPresent();
        assertThat(bcrypt.verify("passwork", hash)).isEmpty();
    }

    @Test
    void matchesNoPasswordOfAnUnknownAccount() {
        assertThat(bcrypt.verify("what an unknown account's password is compared with", null))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no hash",
                "$2a$12$short",
                "$2a$03$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
                "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h!!",
                "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0é",
                "$2a$31$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
                "$2a$99$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
                "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=999999999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=8,t=1,p=255$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQxx$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void refusesAStoredHashThatIsNoneOrTooCostly(String hash) {
        assertThat(bcrypt.verify(hash.startsWith("$2") ? "abc" : "password", hash))
                .isEmpty();
    }

    @Test
    void keepsAHashThatIsUpToDate() {
        String cost13 = BCrypt.withDefaults().hashToString(13, "abc".toCharArray());

        assertThat(bcrypt.verify("abc", cost13)).contains(cost13);
        assertThat(argon2id.verify("04234", ARGON2ID_OF_04234)).contains(ARGON2ID_OF_04234);
    }

    @Test
    void replacesAHashOfAnotherAlgorithmOrOfALowerCost() {
        assertThat(bcrypt.verify("abc", BCRYPT_OF_ABC))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("$2a$12$"));
        assertThat(bcrypt.verify("04234", ARGON2ID_OF_04234))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("$2a$12$"));
        assertThat(argon2id.verify("abc", BCRYPT_OF_ABC))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertThat(argon2id.verify("password", SMALL_ARGON2ID_OF_PASSWORD))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }
}
