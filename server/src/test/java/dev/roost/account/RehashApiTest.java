package dev.roost.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Accounts that another system's database brought along. */
class RehashApiTest extends ApiTest {

    /** "04234" by the argon2 command of the algorithm's authors, with the parameters of Go's alexedwards/argon2id. */
    private static final String ARGON2ID_OF_04234 =
            "$argon2id$v=19$m=65536,t=1,p=2$MTIzNDU2Nzg5MGFiY2RlZg$YaQKcM2Xw88fjGNHA8UoWX8rYKURb1e7VCesohBIVvA";

    /** "abc", from the test vectors of jBCrypt; with cost 6. */
    private static final String BCRYPT_OF_ABC = "$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

    @Test
    void replacesAnArgon2idHashAtTheFirstLogin() {
        importAccount("lane@example.com", ARGON2ID_OF_04234);

        assertThat(logIn("lane@example.com", "wrong").status()).isEqualTo(401);
        assertThat(hashOf("lane@example.com")).isEqualTo(ARGON2ID_OF_04234);
        assertThat(logIn("lane@example.com", "04234").status()).isEqualTo(200);
        assertThat(hashOf("lane@example.com")).startsWith("$2a$12$");
        assertThat(logIn("lane@example.com", "04234").status()).isEqualTo(200);
        assertThat(logIn("lane@example.com", "wrong").status()).isEqualTo(401);
    }

    @Test
    void replacesABcryptHashOfALowerCost() {
        importAccount("cheap@example.com", BCRYPT_OF_ABC);

        assertThat(logIn("cheap@example.com", "abc").status()).isEqualTo(200);

        assertThat(hashOf("cheap@example.com")).startsWith("$2a$12$");
    }

    @Test
    void keepsAHashThatIsUpToDate() {
        post("/api/users", null, credentials("new@example.com", "supersecret"));
        String hash = hashOf("new@example.com");

        logIn("new@example.com", "supersecret");

        assertThat(hashOf("new@example.com")).isEqualTo(hash);
    }

    @Test
    void letsManyLoginsAtOnceInWhileTheHashIsReplaced() throws Exception {
        importAccount("crowd@example.com", BCRYPT_OF_ABC);
        var logins = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                logins.add(threads.submit(() -> logIn("crowd@example.com", "abc")));
            }
        }

        for (Future<Answer> login : logins) {
            assertThat(login.get().status()).isEqualTo(200);
            assertThat(send("POST", "/api/refresh", login.get().text("refresh_token"), null)
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

    private String hashOf(String email) {
        return query("SELECT password_hash FROM accounts WHERE email = '%s'".formatted(email))
                .toString();
    }
}
