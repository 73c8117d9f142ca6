package dev.roost.product;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a product's {@code ETag} is good for. */
class ProductVersionApiTest extends ApiTest {

    private TestAccount owner;
    private String product;
    private String entityTag;

    @BeforeEach
    void createProduct() {
        owner = accounts.create();
        Answer created = post("/api/v1/products", owner.token(), "{\"name\":\"Lamp\",\"price\":1}");
        product = Objects.requireNonNull(created.header("Location"));
        entityTag = Objects.requireNonNull(created.header("ETag"));
    }

    @Test
    void isTheSameUntilTheProductChanges() {
        assertThat(entityTag).matches("\"[^\"]+\"");
        assertThat(get(product, owner.token()).header("ETag")).isEqualTo(entityTag);

        Answer changed = send("PATCH", product, owner.token(), "{\"price\":2}");

        assertThat(changed.header("ETag")).isNotEqualTo(entityTag);
        assertThat(get(product, accounts.create().token()).header("ETag")).isEqualTo(changed.header("ETag"));
    }

    @Test
    void changesWithAPatchThatChangesNothing() {
        assertThat(send("PATCH", product, owner.token(), "{\"price\":1}").header("ETag"))
                .isNotEqualTo(entityTag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"%s|304", "W/%s|304", "\"x\", %s|304", "*|304", "\"x\"|200", "''|200"})
    void sparesTheClientWhatItHas(String field, int status) {
        Answer answer = send("GET", product, owner, "If-None-Match", field.formatted(entityTag), null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("ETag")).isEqualTo(entityTag);
        assertThat(answer.response().body().isEmpty()).isEqualTo(status == 304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"%s|true", "\"x\", %s|true", "*|true", "W/%s|false", "\"x\"|false", "''|false", "3|false"})
    void makesAChangeDependOnTheVersion(String field, boolean isMet) {
        String condition = field.formatted(entityTag);

        Answer changed = send("PATCH", product, owner, "If-Match", condition, "{\"price\":2}");
        assertThat(changed.status()).isEqualTo(isMet ? 200 : 412);
        assertThat(get(product, owner.token()).body().get("price").getDoubleValue())
                .isEqualTo(isMet ? 2 : 1);

        entityTag = Objects.requireNonNull(get(product, owner.token()).header("ETag"));
        Answer deleted = send("DELETE", product, owner, "If-Match", field.formatted(entityTag), null);
        assertThat(deleted.status()).isEqualTo(isMet ? 204 : 412);
        assertThat(get(product, owner.token()).status()).isEqualTo(isMet ? 404 : 200);
    }

    @Test
    void isLookedForInEveryLineOfTheCondition() {
        assertThat(send(request("GET", product, owner.token(), null)
                                .header("If-None-Match", "\"x\"")
                                .header("If-None-Match", entityTag))
                        .status())
                .isEqualTo(304);
        assertThat(send(request("PATCH", product, owner.token(), "{\"price\":2}")
                                .header("If-Match", "\"x\"")
                                .header("If-Match", entityTag))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysWhyAChangeIsRefused() {
        send("PATCH", product, owner.token(), "{\"price\":2}");

        Answer refused = send("PATCH", product, owner, "If-Match", entityTag, "{\"price\":3}");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.text("type")).isEqualTo("/problems#precondition-failed");
        assertThat(refused.text("detail")).endsWith("has changed since");
    }

    @Test
    void comesAfterTheOtherReasonsToRefuse() {
        TestAccount another = accounts.create();

        assertThat(send("PATCH", product, another, "If-Match", "\"x\"", "{\"price\":2}")
                        .status())
                .isEqualTo(403);
        assertThat(send("DELETE", product, another, "If-Match", "\"x\"", null).status())
                .isEqualTo(403);
        assertThat(send("PATCH", product + "0", owner, "If-Match", "\"x\"", "{\"price\":2}")
                        .status())
                .isEqualTo(404);
        assertThat(send("DELETE", product + "0", owner, "If-Match", "\"x\"", null)
                        .status())
                .isEqualTo(404);
        assertThat(send("PATCH", product, owner, "If-Match", "\"x\"", "{\"price\":-2}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void letsOneOfManyChangesOfAVersionThrough() {
        List<Integer> statuses =
                inThreads(20, 40, i -> send("PATCH", product, owner, "If-Match", entityTag, "{\"stock\":1}")
                        .status());

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    private Answer send(
            String method, String path, TestAccount account, String header, String value, @Nullable String body) {
        return send(request(method, path, account.token(), body).header(header, value));
    }
}
