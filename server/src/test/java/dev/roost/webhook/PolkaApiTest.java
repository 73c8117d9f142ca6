package dev.roost.webhook;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolkaApiTest extends ApiTest {

    private static final String WEBHOOKS = "/api/polka/webhooks";
    private static final String KEY = "ApiKey " + POLKA_KEY;

    @Test
    void makesAnAccountChirpyRed() {
        TestAccount account = accounts.create();

        assertThat(call(KEY, upgrade(account.uuid().toString())).status()).isEqualTo(204);

        assertThat(accounts.isChirpyRed(account)).isTrue();
    }

    @Test
    void takesAnUpgradeAgainAsNoChange() {
        TestAccount account = accounts.create();
        call(KEY, upgrade(account.uuid().toString()));
        var changedAt = accounts.updatedAt(account);

        assertThat(call(KEY, upgrade(account.uuid().toString())).status()).isEqualTo(204);

        assertThat(accounts.updatedAt(account)).isEqualTo(changedAt);
    }

    @Test
    void makesOneChangeOfAHundredUpgradesAtOnce() {
        TestAccount account = accounts.create();
        List<Instant> changes = inThreads(100, 100, i -> {
            assertThat(call(KEY, upgrade(account.uuid().toString())).status()).isEqualTo(204);
            return accounts.updatedAt(account);
        });

        assertThat(accounts.isChirpyRed(account)).isTrue();
        assertThat(changes).containsOnly(accounts.updatedAt(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apikey ", "APIKEY ", "ApiKey   "})
    void readsTheSchemeWhateverItsCase(String scheme) {
        TestAccount account = accounts.create();

        assertThat(call(scheme + POLKA_KEY, upgrade(account.uuid().toString())).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"user.payment_failed\",\"data\":{\"user_id\":\"%s\"}}",
                "{\"event\":\"USER.UPGRADED\",\"data\":{\"user_id\":\"%s\"}}",
                "{\"event\":\"user.downgraded\",\"data\":5}",
                "{\"event\":\"user.downgraded\"}"
            })
    void takesEveryOtherEventAndChangesNothing(String event) {
        TestAccount account = accounts.create();

        assertThat(call(KEY, event.formatted(account.uuid())).status()).isEqualTo(204);

        assertThat(accounts.isChirpyRed(account)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "ApiKey",
                "ApiKey ",
                "ApiKey wrong",
                "ApiKey a-key-of-the-test",
                "ApiKey a-key-of-the-testss",
                "ApiKey A-KEY-OF-THE-TESTS",
                "Bearer a-key-of-the-tests",
                "a-key-of-the-tests"
            })
    void refusesNoKeyAWrongOneAndAnotherSchemes(@Nullable String authorization) {
        TestAccount account = accounts.create();

        Answer answer = call(authorization, upgrade(account.uuid().toString()));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("ApiKey");
        assertThat(answer.member("error")).isEqualTo("Polka's key is needed");
        assertThat(accounts.isChirpyRed(account)).isFalse();
    }

    @Test
    void refusesAnAccessTokenInTheKeysPlace() {
        TestAccount account = accounts.create();

        assertThat(call("Bearer " + account.token(), upgrade(account.uuid().toString()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesTheKeyInTheQuery() {
        assertThat(post(WEBHOOKS + "?key=" + POLKA_KEY + "&ApiKey=" + POLKA_KEY, null, "{\"event\":\"x\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesTwoKeys() {
        var request = request(WEBHOOKS)
                .header("Authorization", KEY)
                .header("Authorization", KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"event\":\"x\"}"));

        assertThat(send(request).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "not JSON"})
    void looksAtTheKeyBeforeTheBody(String body) {
        assertThat(call("ApiKey wrong", body).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "{",
                "null",
                "[]",
                "\"user.upgraded\"",
                "{\"event\":\"user.upgraded\"}",
                "{\"event\":\"user.upgraded\",\"data\":null}",
                "{\"event\":\"user.upgraded\",\"data\":5}",
                "{\"event\":\"user.upgraded\",\"data\":[]}",
                "{\"event\":\"user.upgraded\",\"data\":{}}",
                "{\"event\":\"user.upgraded\",\"data\":{\"user_id\":5}}",
                "{\"event\":\"user.upgraded\",\"data\":{\"user_id\":null}}",
                "{\"event\":\"user.upgraded\",\"data\":{\"user_id\":\"\"}}",
                "{\"event\":\"user.upgraded\",\"data\":{\"user_id\":\"1-1-1-1-1\"}}",
                "{\"event\":\"user.upgraded\",\"event\":\"x\"}"
            })
    void refusesWhatIsNotJsonAndAnUpgradeWithoutAUuid(String body) {
        assertThat(call(KEY, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"event\":null}", "{\"event\":5,\"data\":{}}"})
    void refusesWhatIsNoEvent(String body) {
        assertThat(call(KEY, body).status()).isEqualTo(400);
    }

    @Test
    void doesNotKnowAnAccountThatDoesNotExist() {
        Answer answer = call(KEY, upgrade(UUID.randomUUID().toString()));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("error").getStringValue()).startsWith("user ");
    }

    @Test
    void knowsNoOtherMethod() {
        assertThat(get(WEBHOOKS, null).status()).isEqualTo(405);
    }

    private Answer call(@Nullable String authorization, String body) {
        var request =
                request(WEBHOOKS).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    private static String upgrade(String userId) {
        return "{\"event\":\"user.upgraded\",\"data\":{\"user_id\":\"%s\"}}".formatted(userId);
    }
}
