package dev.roost.idempotency;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent twice with one {@code Idempotency-Key}. */
class IdempotencyApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";
    private static final String LAMP = "{\"name\":\"Lamp\",\"price\":19.90}";

    private TestAccount account;
    private String key;

    @BeforeEach
    void startAfresh() {
        execute("TRUNCATE products, chirps, idempotency_keys");
        account = accounts.create();
        key = UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/products|{\"name\":\"Lamp\",\"price\":19.90}|products",
                "/api/chirps|{\"body\":\"Hi\"}|chirps"
            })
    void happensOnceAndIsAnsweredAlike(String path, String body, String table) {
        Answer first = send("POST", path, body);
        Answer second = send("POST", path, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .startsWith(path + "/");
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type"))
                .isEqualTo(first.header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(query("SELECT count(*) FROM " + table)).isEqualTo(1L);
    }

    @Test
    void isAnsweredAsWithoutAKey() {
        Answer with = create();
        Answer without = post(PRODUCTS, account.token(), LAMP);

        assertThat(with.members()).isEqualTo(without.members());
        assertThat(with.response().headers().map().keySet())
                .isEqualTo(without.response().headers().map().keySet());
        assertThat(with.response().body()).contains("\"price\":19.90,");
    }

    @Test
    void isTheSameWhenItIsWrittenOtherwise() {
        Answer first = create();

        assertThat(send("POST", PRODUCTS, "{ \"price\": 1.99e1, \"name\": \" Lamp \", \"colour\": \"red\" }")
                        .body())
                .isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/api/v1/products|{\"name\":\"Lamp\",\"price\":20}",
                "POST|/api/v1/products|{\"name\":\"Lamp\",\"price\":19.90,\"description\":\"Warm\"}",
                "POST|/api/chirps|{\"body\":\"Hi\"}",
                "PATCH|/api/v1/products/{id}|{\"name\":\"Lamp\",\"price\":19.90}"
            })
    void refusesTheKeyOfAnotherRequest(String method, String path, String body) {
        Answer first = create();

        Answer other = send(method, path.replace("{id}", String.valueOf(first.member("id"))), body);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("detail")).isEqualTo("the Idempotency-Key was used for another request");
        assertThat(query("SELECT count(*) FROM products")).isEqualTo(1L);
        assertThat(query("SELECT count(*) FROM chirps")).isEqualTo(0L);
    }

    @Test
    void isAnAccountsOwn() {
        Answer mine = create();
        account = accounts.create();
        Answer anothers = create();

        assertThat(anothers.status()).isEqualTo(201);
        assertThat(anothers.member("id")).isNotEqualTo(mine.member("id"));
    }

    @Test
    void createsOneWhateverRaces() {
        List<Answer> answers = inThreads(50, 50, i -> create());

        Answer last = create();
        for (Answer answer : answers) {
            assertThat(answer.status()).isIn(201, 409);
            assertThat(answer.status() == 409
                            || answer.response().body().equals(last.response().body()))
                    .isTrue();
        }
        assertThat(query("SELECT count(*) FROM products")).isEqualTo(1L);
    }

    @Test
    void isAConflictWhileTheFirstIsUnderWay() throws SQLException {
        Answer first = whileLocked("LOCK TABLE products IN SHARE MODE", () -> create(), () -> {
            Answer second = create();

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.text("type")).isEqualTo("/problems#conflict");
            assertThat(second.header("Retry-After")).isEqualTo("1");
        });

        assertThat(first.status()).isEqualTo(201);
        assertThat(create().body()).isEqualTo(first.body());
    }

    @Test
    void doesNotKeepARefusal() {
        assertThat(send("POST", PRODUCTS, "{\"name\":\"Lamp\",\"price\":-1}").status())
                .isEqualTo(422);
        assertThat(send("POST", "/api/chirps", "{\"body\":\"%s\"}".formatted("x".repeat(141)))
                        .status())
                .isEqualTo(400);

        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void refusesAPriceOfTheHighestExponentAsWithoutAKey() {
        String path = PRODUCTS + "/" + post(PRODUCTS, account.token(), LAMP).member("id");

        assertThat(send("PATCH", path, "{\"price\":100e2147483647}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"body\":null}", "{\"body\":5}", "{\"body\":\" \"}"})
    void refusesAChirpWithoutATextAsWithoutAKey(String body) {
        assertThat(send("POST", "/api/chirps", body).withoutRequestId())
                .isEqualTo(post("/api/chirps", account.token(), body).withoutRequestId());
    }

    @Test
    void isRefusedForAnAccountThatIsGone() {
        accounts.delete(account);

        assertThat(create().status()).isEqualTo(401);
    }

    /** Or the deletion, which locks the account first, and the change would wait for each other. */
    @Test
    void locksTheAccountBeforeWhatItOwns() throws SQLException {
        String path = PRODUCTS + "/" + post(PRODUCTS, account.token(), LAMP).member("id");

        Answer change = whileLocked(
                "SELECT FROM accounts FOR UPDATE", () -> change(path, "*", "{\"price\":2}"), () -> assertThat(
                                query("SELECT count(*) FROM (SELECT FROM products FOR UPDATE SKIP LOCKED) AS free"))
                        .isEqualTo(1L));

        assertThat(change.status()).isEqualTo(200);
    }

    @Test
    void changesNothingWhereTheAnswerCannotBeKept() {
        execute("ALTER TABLE idempotency_keys ADD CONSTRAINT fails CHECK (key <> '%s')".formatted(key));

        Answer failed = create();

        execute("ALTER TABLE idempotency_keys DROP CONSTRAINT fails");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(query("SELECT count(*) FROM products")).isEqualTo(0L);
        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void forgetsAKeyAfterADay() {
        Object first = create().member("id");
        execute("UPDATE idempotency_keys SET created_at = now() - INTERVAL '23 hours 59 minutes'");
        assertThat(create().member("id")).isEqualTo(first);

        execute("UPDATE idempotency_keys SET created_at = now() - INTERVAL '24 hours'");
        Answer again = send("POST", PRODUCTS, "{\"name\":\"Chair\",\"price\":5}");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.member("id")).isNotEqualTo(first);
        assertThat(send("POST", PRODUCTS, "{\"name\":\"Chair\",\"price\":5}").body())
                .isEqualTo(again.body());
    }

    @Test
    void takesOutMoreOfTheExpiredThanItPutsIn() {
        for (int i = 0; i < 5; i++) {
            key = "old-" + i;
            create();
        }
        execute("UPDATE idempotency_keys SET created_at = now() - INTERVAL '25 hours'");
        account = accounts.create();

        for (int i = 0; i < 3; i++) {
            key = "new-" + i;
            create();
        }

        assertThat(query("SELECT string_agg(key, ' ' ORDER BY key) FROM idempotency_keys"))
                .isEqualTo("new-0 new-1 new-2");
    }

    @Test
    void goesWithTheAccount() {
        create();

        accounts.delete(account);

        assertThat(query("SELECT count(*) FROM idempotency_keys")).isEqualTo(0L);
    }

    @Test
    void answersAChangeAgainThoughItsConditionIsMetNoMore() {
        Answer created = post(PRODUCTS, account.token(), LAMP);
        String path = PRODUCTS + "/" + created.member("id");

        String entityTag = Objects.requireNonNull(created.header("ETag"));
        Answer first = change(path, entityTag, "{\"price\":2}");
        Answer second = change(path, entityTag, "{\"price\":2}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isNotEqualTo(entityTag);
        assertThat(change(path, "*", "{\"price\":2,\"description\":null}").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with a space", "256"})
    void refusesAKeyThatIsNone(String sent) {
        key = sent.equals("256") ? "x".repeat(256) : sent;

        Answer answer = create();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("Idempotency-Key");
        assertThat(query("SELECT count(*) FROM products")).isEqualTo(0L);
    }

    @Test
    void refusesTwoKeys() {
        var request = request("POST", PRODUCTS, account.token(), LAMP)
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "two");

        assertThat(send(request).status()).isEqualTo(400);
    }

    @Test
    void takesEveryVisibleCharacter() {
        key = "\"%s'--;~".formatted("x".repeat(248));

        assertThat(create().status()).isEqualTo(201);
        assertThat(create().header("Idempotent-Replayed")).isEqualTo("true");
    }

    private Answer create() {
        return send("POST", PRODUCTS, LAMP);
    }

    private Answer send(String method, String path, String body) {
        return send(request(method, path, account.token(), body).header("Idempotency-Key", key));
    }

    private Answer change(String path, String entityTag, String body) {
        return send(request("PATCH", path, account.token(), body)
                .header("Idempotency-Key", key)
                .header("If-Match", entityTag));
    }
}
