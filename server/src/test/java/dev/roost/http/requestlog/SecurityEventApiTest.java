package dev.roost.http.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.LogCapture;
import dev.roost.account.TestAccounts.TestAccount;
import dev.roost.account.TestAccounts.TestCaller;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What matters to an account's security is an event in the line of its request, with all that the line tells. */
class SecurityEventApiTest extends ApiTest {

    private static final String PASSWORD = "correct horse battery";

    private LogCapture log;

    @Override
    protected Map<String, String> settings() {
        return Map.of("PASSWORD_HASH", "argon2id"); // Only because it is quicker.
    }

    @BeforeAll
    void open() {
        log = new LogCapture();
    }

    @AfterAll
    void close() {
        log.close();
    }

    @Test
    void isARegistrationOrALoginAtEitherDoor() {
        String[] doors = {"/api/users", "/api/login", "/api/v1/auth/register", "/api/v1/auth/login"};
        for (int i = 0; i < doors.length; i += 2) {
            String email = UUID.randomUUID() + "@example.com";
            Map<String, Object> created = line("POST", doors[i], null, credentials(email, PASSWORD));
            Map<String, Object> right = line("POST", doors[i + 1], null, credentials(email, PASSWORD));
            Map<String, Object> wrong = line("POST", doors[i + 1], null, credentials(email, "wrong"));
            Map<String, Object> unknown = line("POST", doors[i + 1], null, credentials("no-" + email, "wrong"));

            String user = query("SELECT uuid FROM accounts WHERE email = '%s'".formatted(email))
                    .toString();
            assertEvent(created, "user_created", 201, user);
            assertEvent(right, "authn_login_success", 200, user);
            assertEvent(wrong, "authn_login_fail", 401, user);
            assertEvent(unknown, "authn_login_fail", 401, null);
            assertThat(log.lines(line -> line.getFormattedMessage().contains(email)
                            || String.valueOf(line.getKeyValuePairs()).contains(email)))
                    .isEmpty();
        }
    }

    @Test
    void isAChangeOfCredentials() {
        TestAccount account = accounts.create();

        assertEvent(
                line("PUT", "/api/users", account.token(), credentials(account.email(), PASSWORD)),
                "authn_password_change",
                200,
                account.uuid().toString());
    }

    @Test
    void isWhatBecomesOfARefreshToken() {
        String token = accounts.refreshTokenOf(TestCaller.OWNER);
        String user = query("SELECT a.uuid FROM accounts a JOIN refresh_tokens t ON t.user_id = a.id "
                        + "ORDER BY a.id DESC LIMIT 1")
                .toString();

        assertEvent(line("POST", "/api/refresh", token, null), "authn_token_created", 200, user);
        assertEvent(line("POST", "/api/revoke", token, null), "authn_token_revoked", 204, user);
        assertEvent(line("POST", "/api/revoke", token, null), "authn_token_revoked", 204, null);
        assertEvent(line("POST", "/api/refresh", token, null), "authn_token_fail", 401, null);
        assertEvent(line("POST", "/api/refresh", null, null), "authz_fail", 401, null);
    }

    @Test
    void isARefusedAccessToken() {
        TestAccount deleted = accounts.create();
        accounts.delete(deleted);
        String chirp = "{\"body\":\"hello\"}";

        assertEvent(line("POST", "/api/chirps", "no token", chirp), "authn_token_fail", 401, null);
        assertEvent(
                line("POST", "/api/chirps", accounts.tokenOf(TestCaller.EXPIRED), chirp),
                "authn_token_fail",
                401,
                null);
        assertEvent(
                line("POST", "/api/chirps", deleted.token(), chirp),
                "authn_token_fail",
                401,
                deleted.uuid().toString());
        assertEvent(line("POST", "/api/chirps", null, chirp), "authz_fail", 401, null);
    }

    @Test
    void isAnAttemptAtWhatIsAnothers() {
        TestAccount other = accounts.create();
        Object id = post("/api/v1/products", accounts.create().token(), "{\"name\":\"Lamp\",\"price\":1}")
                .member("id");

        assertEvent(
                line("DELETE", "/api/v1/products/" + id, other.token(), null),
                "authz_fail",
                403,
                other.uuid().toString());
        assertEvent(line("POST", "/admin/reset", null, null), "authz_fail", 403, null);
    }

    @Test
    void isAWebhookCallWithoutTheKey() {
        assertEvent(line("POST", "/api/polka/webhooks", null, "{}"), "authn_webhook_fail", 401, null);
        assertEvent(line("POST", "/api/polka/webhooks", "no key", "{}"), "authn_webhook_fail", 401, null);
    }

    @Test
    void isNothingElse() {
        assertThat(line("GET", "/api/chirps", "no token", null)).doesNotContainKey("event");
        assertThat(line("GET", "/nowhere", null, null)).doesNotContainKey("event");
        assertThat(line("POST", "/api/login", null, "{}")).doesNotContainKey("event");
    }

    /** Returns the line of a request. */
    private Map<String, Object> line(String method, String path, @Nullable String token, @Nullable String body) {
        String id = UUID.randomUUID().toString();
        exchange(request(method, path, token, body).header("X-Request-Id", id));
        return log.requestLine(id);
    }

    private static void assertEvent(Map<String, Object> line, String event, int status, @Nullable String userId) {
        var expected =
                new HashMap<String, Object>(Map.of("event", event, "status", status, "remote_addr", "127.0.0.1"));
        if (userId != null) {
            expected.put("user_id", userId);
        }
        assertThat(line).containsAllEntriesOf(expected).containsKeys("request_id", "route");
        assertThat(line.get("user_id")).isEqualTo(userId);
    }
}
