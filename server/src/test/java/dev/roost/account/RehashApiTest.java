package dev.roost.account;

import static dev.roost.TestThreads.inThreads;
import static dev.roost.account.password.KnownHashes.ARGON2ID_OF_04234;
import static dev.roost.account.password.KnownHashes.BCRYPT_OF_ABC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import org.junit.jupiter.api.Test;

/** Accounts that another system's database brought along. */
class RehashApiTest extends ApiTest {

    @Test
    void replacesAnArgon2idHashAtTheFirstLogin() {
        importAccount("lane@example.com", ARGON2ID_OF_04234);

        assertThat(logIn("lane@example.com", "wrong").status()).isEqualTo(401);
        assertThat(accounts.hashOf("lane@example.com")).isEqualTo(ARGON2ID_OF_04234);
        assertThat(logIn("lane@example.com", "04234").status()).isEqualTo(200);
        assertThat(accounts.hashOf("lane@example.com")).startsWith("$2a$12$");
        assertThat(logIn("lane@example.com", "04234").status()).isEqualTo(200);
        assertThat(logIn("lane@example.com", "wrong").status()).isEqualTo(401);
    }

    @Test
    void replacesABcryptHashOfALowerCost() {
        importAccount("cheap@example.com", BCRYPT_OF_ABC);

        assertThat(logIn("cheap@example.com", "abc").status()).isEqualTo(200);

        assertThat(accounts.hashOf("cheap@example.com")).startsWith("$2a$12$");
    }

    @Test
    void keepsAHashThatIsUpToDate() {
        post("/api/users", null, credentials("new@example.com", "supersecret"));
        String hash = accounts.hashOf("new@example.com");

        logIn("new@example.com", "supersecret");

        assertThat(accounts.hashOf("new@example.com")).isEqualTo(hash);
    }

    @Test
    void letsManyLoginsAtOnceInWhileTheHashIsReplaced() {
        importAccount("crowd@example.com", BCRYPT_OF_ABC);

        for (Answer login : inThreads(8, 8, i -> logIn("crowd@example.com", "abc"))) {
            assertThat(login.status()).isEqualTo(200);
            assertThat(send("POST", "/api/refresh", login.text("refresh_token"), null)
                            .status())
                    .isEqualTo(200);
        }
    }

    private Answer logIn(String email, String password) {
        return post("/api/login", null, credentials(email, password));
    }

    private void importAccount(String email, String hash) {
        execute("INSERT INTO accounts (email, password_hash) VALUES ('%s', '%s')".formatted(email, hash));
    }
}
