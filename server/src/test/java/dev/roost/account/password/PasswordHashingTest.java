package dev.roost.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashingTest {

    private final PasswordHashing passwords = new PasswordHashing();

    @Test
    void hashesWithBcryptOfCost12() {
        assertThat(passwords.hash("supersecret")).startsWith("$2a$12$").hasSize(60);
    }

    @Test
    void saltsEachHash() {
        assertThat(passwords.hash("supersecret")).isNotEqualTo(passwords.hash("supersecret"));
    }

    @Test
    void verifiesPlainBcryptHashesMadeElsewhere() {
        String password = "p".repeat(72);
        String hash = BCrypt.withDefaults().hashToString(4, password.toCharArray());

        assertThat(passwords.verify(password, hash)).isTrue();
        assertThat(passwords.verify(password + "x", hash)).isFalse();
    }

    /** From the test vectors of jBCrypt. */
    @Test
    void verifiesAKnownVector() {
        String hash = "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

        assertThat(passwords.verify("abcdefghijklmnopqrstuvwxyz", hash)).isFalse();
        assertThat(passwords.verify("abc", hash)).isTrue();
    }

    @Test
    void matchesNoPasswordOfAnUnknownAccount() {
        assertThat(passwords.verify("what an unknown account's password is compared with", null))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no hash",
                "$2a$12$short",
                "$2a$31$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
                "$2a$99$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"
            })
    void refusesAStoredHashThatIsNoneOrTooCostly(String hash) {
        assertThat(passwords.verify("abc", hash)).isFalse();
    }
}
