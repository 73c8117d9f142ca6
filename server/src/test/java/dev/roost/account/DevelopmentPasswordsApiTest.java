package dev.roost.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code PLATFORM=dev}, Chirpy's door takes the short passwords of the course's clients; the other does not. */
class DevelopmentPasswordsApiTest extends ApiTest {

    @Override
    protected Map<String, String> settings() {
        return Map.of("PLATFORM", "dev");
    }

    @ParameterizedTest
    @CsvSource({"0, 422", "1, 201", "5, 201", "128, 201", "129, 422"})
    void areAsShortAsYouLikeAtChirpysDoor(int length, int status) {
        String email = "length%d@example.com".formatted(length);
        String password = "p".repeat(length);

        assertThat(post("/api/users", null, credentials(email, password)).status())
                .isEqualTo(status);
        if (status == 201) {
            assertThat(post("/api/login", null, credentials(email, password)).status())
                    .isEqualTo(200);
            assertThat(post("/api/v1/auth/login", null, credentials(email, password))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void mayBeChangedToShortOnes() {
        var account = accounts.create();

        assertThat(send("PUT", "/api/users", account.token(), credentials(account.email(), "04234"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void areNotShorterAtTheOtherDoor() {
        assertThat(post("/api/v1/auth/register", null, credentials("dev@example.com", "04234"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void areRefusedWithTheBoundsOfTheDoor() {
        assertThat(post("/api/users", null, credentials("dev@example.com", "")).member("detail"))
                .isEqualTo("password must have 1 to 128 characters");
        assertThat(post("/api/v1/auth/register", null, credentials("dev@example.com", "04234"))
                        .member("detail"))
                .isEqualTo("password must have 8 to 128 characters");
    }

    @Test
    void areNeitherShortNorLongWhereTheyAreMissing() {
        assertThat(post("/api/users", null, "{\"email\":\"dev@example.com\"}").member("detail"))
                .isEqualTo("password must not be null");
    }
}
