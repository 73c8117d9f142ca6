package dev.roost.product;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";

    private TestAccount owner;

    @BeforeAll
    void createOwner() {
        owner = accounts.create();
    }

    @Test
    void createsAProduct() {
        Answer answer = create("""
                {"name":" Desk lamp ","description":"Warm light.","price":19.90,"stock":3}
                """);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(PRODUCTS + "/" + answer.member("id"));
        assertThat(answer.member("user_id")).isEqualTo((int) owner.id());
        assertThat(answer.member("name")).isEqualTo("Desk lamp");
        assertThat(answer.member("description")).isEqualTo("Warm light.");
        assertThat(answer.response().body()).contains("\"price\":19.90,");
        assertThat(answer.member("stock")).isEqualTo(3);
        assertThat((String) answer.member("created_at")).endsWith("Z");
        assertThat(answer.member("updated_at")).isEqualTo(answer.member("created_at"));
    }

    @Test
    void createsAProductOfANameAndAPriceAlone() {
        Answer answer = create("{\"name\":\"Lamp\",\"price\":0}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.member("stock")).isEqualTo(0);
        assertThat(answer.response().body()).doesNotContain("description");
    }

    @Test
    void ignoresMembersThatAreNotTheClientsToSet() {
        Answer answer = create("""
                {"name":"Lamp","price":1,"id":1,"user_id":999,"created_at":"2000-01-01T00:00:00Z","colour":"red"}
                """);

        assertThat(answer.member("user_id")).isEqualTo((int) owner.id());
        assertThat((String) answer.member("created_at")).doesNotStartWith("2000");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "0.01, 0.01",
        "19.9, 19.90",
        "1e2, 100.00",
        "0e8, 0.00",
        "0e2147483647, 0.00",
        "19.900, 19.90",
        "99999999.99, 99999999.99",
        "99999999.990, 99999999.99"
    })
    void keepsAPriceExactly(String sent, String kept) {
        Answer answer = create("{\"name\":\"Lamp\",\"price\":%s}".formatted(sent));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.response().body()).contains("\"price\":%s,".formatted(kept));
        assertThat(get(PRODUCTS + "/" + answer.member("id"), owner.token()).body())
                .isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0.01",
                "1.999",
                "1e-38",
                "1e400",
                "1e999999999999",
                "1e2147483646",
                "1e2147483647",
                "12e2147483646",
                "1.5e2147483647",
                "1e-999999999",
                "100000000",
                "99999999.991",
                "NaN",
                "Infinity",
                "\"1\"",
                "\"\"",
                "null",
                "true",
                "[]",
                "[1]",
                "{}",
                "0x10",
                "01",
                "+1",
                ".5",
                "1."
            })
    void refusesAPriceThatIsNone(String price) {
        assertThat(create("{\"name\":\"Lamp\",\"price\":%s}".formatted(price)).status())
                .isIn(400, 422);
    }

    @Test
    void refusesAPriceOfTenThousandDigits() {
        assertThat(create("{\"name\":\"Lamp\",\"price\":%s}".formatted("9".repeat(10_000)))
                        .status())
                .isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource({"0, 201", "2147483647, 201", "2147483648, 422", "-1, 422", "1.5, 422", "'\"5\"', 422", "true, 422"})
    void boundsTheStock(String stock, int status) {
        assertThat(create("{\"name\":\"Lamp\",\"price\":1,\"stock\":%s}".formatted(stock))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1, 201", "200, 201", "201, 422"})
    void countsTheNamesCharactersAndNotTheirBytes(int length, int status) {
        assertThat(create("{\"name\":\"%s\",\"price\":1}".formatted("🪶".repeat(length)))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"   \"", "\"\\t\\n\"", "null", "5", "true", "[\"Lamp\"]"})
    void refusesANameThatIsNone(String name) {
        assertThat(create("{\"name\":%s,\"price\":1}".formatted(name)).status()).isEqualTo(422);
    }

    @Test
    void boundsTheDescription() {
        assertThat(create("{\"name\":\"Lamp\",\"price\":1,\"description\":\"%s\"}".formatted("d".repeat(10_000)))
                        .status())
                .isEqualTo(201);
        assertThat(create("{\"name\":\"Lamp\",\"price\":1,\"description\":\"%s\"}".formatted("d".repeat(10_001)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void returnsTextAsItCame() {
        Answer answer =
                create("{\"name\":\"<script>alert('🪶')</script>\",\"price\":1,\"description\":\"' OR 1=1 --\"}");

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.member("name")).isEqualTo("<script>alert('🪶')</script>");
        assertThat(answer.member("description")).isEqualTo("' OR 1=1 --");
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        Answer answer = create("{\"name\":\" \",\"price\":-1,\"stock\":-1}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("code")).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("name", "price", "stock");
    }

    @Test
    void namesEveryMemberOfTheWrongTypeToo() {
        Answer answer = create("{\"name\":5,\"price\":-1,\"stock\":\"x\",\"description\":3}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("description", "name", "price", "stock");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 404",
        "-1, 404",
        "9223372036854775807, 404",
        "9223372036854775808, 400",
        "-9223372036854775809, 400",
        "'', 404",
        "abc, 400",
        "01, 400",
        "+1, 404",
        "1e3, 400",
        "1.0, 400",
        "%00, 400",
        "null, 400"
    })
    void refusesAnIdThatIsNone(String id, int status) {
        assertThat(get(PRODUCTS + "/" + id, owner.token()).status()).isEqualTo(status);
        assertThat(send("DELETE", PRODUCTS + "/" + id, owner.token(), null).status())
                .isEqualTo(status);
        assertThat(patch(id, "{\"stock\":1}").status()).isEqualTo(status);
    }

    @Test
    void changesOnlyTheFieldsThatAreGiven() {
        Answer created = create("{\"name\":\"Lamp\",\"description\":\"Warm.\",\"price\":1,\"stock\":3}");

        Answer changed = patch(created.member("id"), "{\"price\":2.50}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.member("name")).isEqualTo("Lamp");
        assertThat(changed.member("description")).isEqualTo("Warm.");
        assertThat(new BigDecimal(String.valueOf(changed.member("price")))).isEqualByComparingTo("2.5");
        assertThat(changed.member("stock")).isEqualTo(3);
        assertThat(changed.member("created_at")).isEqualTo(created.member("created_at"));
        assertThat((String) changed.member("updated_at")).isGreaterThan((String) created.member("updated_at"));
    }

    @ParameterizedTest
    @CsvSource({"0e2147483647, 0.00", "1.500, 1.50", "5e1, 50.00"})
    void changesThePriceToAnySpellingOfOne(String sent, String kept) {
        Object id = create("{\"name\":\"Lamp\",\"price\":1}").member("id");

        Answer changed = patch(id, "{\"price\":%s}".formatted(sent));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.response().body()).contains("\"price\":%s,".formatted(kept));
    }

    @Test
    void changesEveryField() {
        Object id = create("{\"name\":\"Lamp\",\"description\":\"Warm.\",\"price\":1,\"stock\":3}")
                .member("id");

        Answer changed = patch(id, "{\"name\":\" Chair \",\"description\":\"Soft.\",\"price\":7.77,\"stock\":0}");

        assertThat(changed.member("name")).isEqualTo("Chair");
        assertThat(changed.member("description")).isEqualTo("Soft.");
        assertThat(changed.response().body()).contains("\"price\":7.77,");
        assertThat(changed.member("stock")).isEqualTo(0);
        assertThat(get(PRODUCTS + "/" + id, owner.token()).body()).isEqualTo(changed.body());
    }

    @Test
    void clearsADescription() {
        Object id = create("{\"name\":\"Lamp\",\"description\":\"Warm.\",\"price\":1}")
                .member("id");

        Answer changed = patch(id, "{\"description\":null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().get("description")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|''",
                "{\"colour\":\"red\"}|''",
                "{\"name\":null}|name",
                "{\"price\":null}|price",
                "{\"stock\":null}|stock",
                "{\"name\":\"  \"}|name",
                "{\"price\":-1}|price",
                "{\"price\":1.999}|price",
                "{\"price\":1e2147483647}|price",
                "{\"price\":\"1\"}|price",
                "{\"stock\":1.5}|stock",
                "{\"description\":5}|description"
            })
    void refusesAPatch(String body, String field) {
        Object id = create("{\"name\":\"Lamp\",\"price\":1}").member("id");

        Answer answer = patch(id, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly(field);
    }

    @Test
    void namesEveryBrokenRuleOfAPatchAtOnce() {
        Object id = create("{\"name\":\"Lamp\",\"price\":1}").member("id");

        assertThat(fields(patch(id, "{\"name\":5,\"price\":-1,\"stock\":null}")))
                .containsExactly("name", "price", "stock");
    }

    @Test
    void deletesAProductOnce() {
        Object id = create("{\"name\":\"Lamp\",\"price\":1}").member("id");

        Answer deleted = send("DELETE", PRODUCTS + "/" + id, owner.token(), null);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.response().body()).isEmpty();
        assertThat(send("DELETE", PRODUCTS + "/" + id, owner.token(), null).status())
                .isEqualTo(404);
        assertThat(get(PRODUCTS + "/" + id, owner.token()).status()).isEqualTo(404);
    }

    @Test
    void answersEachOfManyPatchesThatRaceADelete() {
        Object id = create("{\"name\":\"Lamp\",\"price\":1}").member("id");

        List<Answer> answers = inThreads(
                20,
                201,
                i -> i < 200 ? patch(id, "{\"stock\":1}") : send("DELETE", PRODUCTS + "/" + id, owner.token(), null));

        for (Answer answer : answers) {
            assertThat(answer.status()).isIn(200, 204, 404);
            assertThat(answer.response().body().isEmpty()).isEqualTo(answer.status() == 204);
        }
    }

    private Answer create(String body) {
        return post(PRODUCTS, owner.token(), body);
    }

    private Answer patch(@Nullable Object id, String body) {
        return send("PATCH", PRODUCTS + "/" + id, owner.token(), body);
    }

    private static List<String> fields(Answer answer) {
        var fields = new ArrayList<String>();
        answer.body()
                .get("errors")
                .values()
                .forEach(error -> fields.add(error.get("field").getStringValue()));
        return fields;
    }

    @Test
    void takesNullForAStockThatIsNotGiven() {
        Answer answer = post(PRODUCTS, owner.token(), "{\"name\":\"Lamp\",\"price\":1,\"stock\":null}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.member("stock")).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json"})
    void deletesWhateverTypeTheAbsentBodyIsSaidToHave(String type) {
        long id = post(PRODUCTS, owner.token(), "{\"name\":\"Lamp\",\"price\":1}")
                .body()
                .get("id")
                .getLongValue();

        assertThat(send(request("DELETE", PRODUCTS + "/" + id, owner.token(), null)
                                .header("Content-Type", type))
                        .status())
                .isEqualTo(204);
    }
}
