package dev.roost.account;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts at Chirpy's door, and that they are those of the other. */
class UserApiTest extends ApiTest {

    private static final String USERS = "/api/users";
    private static final String LOGIN = "/api/login";
    private static final String OTHER_DOOR = "/api/v1/auth";

    @Test
    void createsAnAccount() {
        Answer answer = post(USERS, null, credentials(" Walt@BreakingBad.com ", "supersecret"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.members())
                .containsExactlyInAnyOrder("id", "created_at", "updated_at", "email", "is_chirpy_red");
        assertThat(UUID.fromString(answer.text("id"))).isNotNull();
        assertThat(Instant.parse(answer.text("created_at")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(answer.text("updated_at")).isEqualTo(answer.text("created_at"));
        assertThat(answer.text("email")).isEqualTo("walt@breakingbad.com");
        assertThat(answer.member("is_chirpy_red")).isEqualTo(false);
    }

    @Test
    void logsInForAnHour() throws ParseException {
        Answer created = post(USERS, null, credentials("hour@example.com", "supersecret"));

        Answer answer = post(LOGIN, null, credentials("hour@example.com", "supersecret"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.members())
                .containsExactlyInAnyOrder(
                        "id", "created_at", "updated_at", "email", "is_chirpy_red", "token", "refresh_token");
        assertThat(answer.member("id")).isEqualTo(created.member("id"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var claims = SignedJWT.parse(answer.text("token")).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(created.text("id"));
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void letsOneAccountInAtBothDoorsWithOneToken() {
        post(USERS, null, credentials("both@example.com", "supersecret"));
        Answer registered = post(OTHER_DOOR + "/register", null, credentials("both2@example.com", "supersecret"));

        Answer atTheOther = post(OTHER_DOOR + "/login", null, credentials("both@example.com", "supersecret"));
        Answer atThisDoor = post(LOGIN, null, credentials("both2@example.com", "supersecret"));

        assertThat(get("/api/v1/products", atThisDoor.text("token")).status()).isEqualTo(200);
        assertThat(send("PUT", USERS, atTheOther.text("access_token"), credentials("both3@example.com", "supersecret"))
                        .status())
                .isEqualTo(200);
        assertThat(send("POST", "/api/refresh", registered.text("refresh_token"), null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersAnUnknownEmailAndAWrongPasswordAlike() {
        post(USERS, null, credentials("known@example.com", "supersecret"));

        Answer wrongPassword = post(LOGIN, null, credentials("known@example.com", "not the password"));
        Answer unknownEmail = post(LOGIN, null, credentials("unknown@example.com", "not the password"));

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.member("error")).isEqualTo("Incorrect email or password");
        assertThat(unknownEmail.status()).isEqualTo(401);
        assertThat(unknownEmail.withoutRequestId()).isEqualTo(wrongPassword.withoutRequestId());
    }

    @ParameterizedTest
    @CsvSource({"0, 422", "7, 422", "8, 201", "128, 201", "129, 422"})
    void boundsTheLengthOfAPassword(int length, int status) {
        assertThat(post(USERS, null, credentials("length%d@example.com".formatted(length), "p".repeat(length)))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void refusesAnEmailThatIsTakenAtEitherDoor() {
        post(OTHER_DOOR + "/register", null, credentials("taken@example.com", "supersecret"));

        Answer answer = post(USERS, null, credentials("TAKEN@example.com", "supersecret"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("error")).isEqualTo("email is already registered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422",
                "{\"email\":\"nobody\",\"password\":\"supersecret\"}|422",
                "{\"email\":\"dev@example.com\"}|422",
                "{\"email\":[\"dev@example.com\"],\"password\":\"supersecret\"}|422",
                "{\"email\":\"dev@example.com\",\"password\":12345678}|422",
                "{|400",
                "[]|400",
                "''|400"
            })
    void refusesWhatAreNoCredentials(String body, int status) {
        var account = accounts.create();

        assertThat(post(USERS, null, body).status()).isEqualTo(status);
        assertThat(send("PUT", USERS, account.token(), body).status()).isEqualTo(status);
    }

    @Test
    void changesEmailAndPasswordAndEndsEveryOtherLogin() {
        post(USERS, null, credentials("before@example.com", "old password"));
        Answer first = post(LOGIN, null, credentials("before@example.com", "old password"));
        Answer second = post(OTHER_DOOR + "/login", null, credentials("before@example.com", "old password"));

        Answer answer = send("PUT", USERS, first.text("token"), credentials(" After@example.com", "new password"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.members())
                .containsExactlyInAnyOrder("id", "created_at", "updated_at", "email", "is_chirpy_red");
        assertThat(answer.member("id")).isEqualTo(first.member("id"));
        assertThat(answer.member("email")).isEqualTo("after@example.com");
        assertThat(Instant.parse(answer.text("updated_at"))).isAfter(Instant.parse(answer.text("created_at")));
        assertThat(send("POST", "/api/refresh", first.text("refresh_token"), null)
                        .status())
                .isEqualTo(401);
        assertThat(send("POST", "/api/refresh", second.text("refresh_token"), null)
                        .status())
                .isEqualTo(401);
        assertThat(post(LOGIN, null, credentials("after@example.com", "old password"))
                        .status())
                .isEqualTo(401);
        assertThat(post(LOGIN, null, credentials("before@example.com", "new password"))
                        .status())
                .isEqualTo(401);
        assertThat(post(LOGIN, null, credentials("after@example.com", "new password"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsTheEmailWhereOnlyThePasswordChanges() {
        TestAccount account = accounts.create();

        assertThat(send("PUT", USERS, account.token(), credentials(account.email(), "new password"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changesNothingWhenTheEmailIsAnothers() {
        TestAccount another = accounts.create();
        post(USERS, null, credentials("mine@example.com", "supersecret"));
        Answer login = post(LOGIN, null, credentials("mine@example.com", "supersecret"));

        Answer answer = send("PUT", USERS, login.text("token"), credentials(another.email(), "new password"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("error")).isEqualTo("email is already registered");
        assertThat(post(LOGIN, null, credentials("mine@example.com", "supersecret"))
                        .status())
                .isEqualTo(200);
        assertThat(send("POST", "/api/refresh", login.text("refresh_token"), null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsOneOfManyWhoWantTheSameEmailHaveIt() {
        List<Integer> statuses = inThreads(10, 10, i -> send(
                        "PUT", USERS, accounts.create().token(), credentials("wanted@example.com", "supersecret"))
                .status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "user_id", "role", "created_at", "is_chirpy_red"})
    void takesNothingButEmailAndPasswordFromTheBody(String member) {
        TestAccount account = accounts.create();

        Answer answer = send(
                "PUT",
                USERS,
                account.token(),
                "{\"email\":\"%s\",\"password\":\"supersecret\",\"%s\":true}".formatted(account.email(), member));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("id")).isEqualTo(account.uuid().toString());
        assertThat(answer.member("is_chirpy_red")).isEqualTo(false);
    }

    @Test
    void neverShowsAPasswordOrItsHash() {
        Answer created = post(USERS, null, credentials("shown@example.com", "not-to-be-shown"));
        Answer loggedIn = post(LOGIN, null, credentials("shown@example.com", "not-to-be-shown"));
        Answer changed =
                send("PUT", USERS, loggedIn.text("token"), credentials("shown@example.com", "not-to-be-shown"));

        assertThat(List.of(created, loggedIn, changed))
                .extracting(answer -> answer.response().body())
                .allSatisfy(body -> assertThat(body).doesNotContain("not-to-be-shown", "$2a$", "hash"));
    }
}
