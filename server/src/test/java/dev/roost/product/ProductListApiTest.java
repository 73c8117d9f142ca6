package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductListApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";
    private static final int TOTAL = 25;

    private TestAccount reader;

    @BeforeAll
    void createProducts() {
        TestAccount owner = accounts.create();
        for (int i = 1; i <= TOTAL; i++) {
            post(PRODUCTS, owner.token(), "{\"name\":\"%d\",\"price\":1}".formatted(i));
        }
        reader = accounts.create();
    }

    @Test
    void listsTwentyAtATimeNewestFirst() {
        Answer first = get(PRODUCTS, reader.token());

        assertThat(first.status()).isEqualTo(200);
        assertThat(names(first)).hasSize(20).startsWith("25", "24", "23");
        assertPage(first, 1, 20);
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        Answer second = get(PRODUCTS + "?page=2", reader.token());

        assertThat(names(second)).containsExactly("5", "4", "3", "2", "1");
        assertPage(second, 2, 20);
    }

    @Test
    void listsAsManyAsAreAskedFor() {
        Answer answer = get(PRODUCTS + "?page=4&limit=7", reader.token());

        assertThat(names(answer)).containsExactly("4", "3", "2", "1");
        assertPage(answer, 4, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "100", "2147483648", "9223372036854775807"})
    void isEmptyPastTheEndAndStillKnowsTheTotal(String page) {
        Answer answer = get(PRODUCTS + "?page=" + page, reader.token());

        assertThat(answer.response().body()).startsWith("{\"data\":[],\"total\":25,");
        assertPage(answer, Long.parseLong(page), 20);
    }

    @Test
    void readsANumberThatNoLongHoldsAsTheGreatestOne() {
        Answer answer = get(PRODUCTS + "?page=9223372036854775808", reader.token());

        assertThat(names(answer)).isEmpty();
        assertPage(answer, Long.MAX_VALUE, 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=0",
                "?page=-1",
                "?page=abc",
                "?page=1e3",
                "?page=01",
                "?page=-9223372036854775809",
                "?limit=0",
                "?limit=-1",
                "?limit=abc",
                "?limit=1.5",
                "?limit=101",
                "?limit=2147483648",
                "?limit=9223372036854775808",
                "?page=",
                "?limit="
            })
    void readsWhatCannotBeMeantAsTheDefault(String query) {
        Answer answer = get(PRODUCTS + query, reader.token());

        assertThat(names(answer)).hasSize(20);
        assertPage(answer, 1, 20);
    }

    private static void assertPage(Answer answer, long page, int limit) {
        assertThat(answer.body().get("total").getLongValue()).isEqualTo(TOTAL);
        assertThat(answer.body().get("page").getLongValue()).isEqualTo(page);
        assertThat(answer.body().get("limit").getIntValue()).isEqualTo(limit);
    }

    private static List<String> names(Answer answer) {
        var names = new ArrayList<String>();
        answer.body()
                .get("data")
                .values()
                .forEach(product -> names.add(product.get("name").getStringValue()));
        return names;
    }
}
