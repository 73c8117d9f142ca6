package dev.roost.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.password.KnownHashes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code PASSWORD_HASH=argon2id} changes. */
class Argon2idApiTest extends ApiTest {

    @Override
    protected Map<String, String> settings() {
        return Map.of("PASSWORD_HASH", "argon2id");
    }

    @Test
    void hashesNewPasswordsWithArgon2id() {
        post("/api/users", null, credentials("new@example.com", "supersecret"));

        assertThat(accounts.hashOf("new@example.com")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(post("/api/login", null, credentials("new@example.com", "supersecret"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void replacesABcryptHashAtTheFirstLogin() {
        execute("INSERT INTO accounts (email, password_hash) VALUES ('old@example.com', '%s')"
                .formatted(KnownHashes.BCRYPT_OF_ABC));

        assertThat(post("/api/v1/auth/login", null, credentials("old@example.com", "abc"))
                        .status())
                .isEqualTo(200);

        assertThat(accounts.hashOf("old@example.com")).startsWith("$argon2id$");
    }
}
