package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code next_cursor} leads. */
class ProductCursorApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";

    private TestAccount owner;

    /** Forty products, three of an instant, five of a price, and two of a name. */
    @BeforeEach
    void createProducts() {
        execute("TRUNCATE products");
        owner = accounts.create();
        execute("""
                INSERT INTO products (user_id, name, price, stock, created_at)
                SELECT %d, 'Name ' || chr(65 + i / 2), i / 5, i %% 2, timestamptz '2026-11-21 09:30:00Z' + (i / 3) * interval '1 us'
                FROM generate_series(0, 39) i
                """.formatted(owner.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&sort=created_at",
                "&sort=price",
                "&sort=-price",
                "&sort=name",
                "&sort=-name",
                "&in_stock=true",
                "&sort=-name&q=name&min_price=2&max_price=6&in_stock=false"
            })
    void leadsThroughEverythingInOrder(String query) {
        List<String> all = ids(get(PRODUCTS + "?limit=100" + query, owner.token()));

        assertThat(all).isNotEmpty();
        assertThat(walk(query)).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "&user_id=%d, created_at DESC",
        "&user_id=%d&sort=price, price",
        "&user_id=%d&sort=-price&q=nail, price DESC",
        "&min_price=8&sort=-price, price DESC",
        "&min_price=8&sort=name, lower(name) COLLATE \"C\""
    })
    void leadsThroughMoreThanIsCounted(String query, String order) {
        long count = ProductList.MOST_COUNTED + 100;
        execute("""
                INSERT INTO products (user_id, name, price, created_at)
                SELECT %1$d, 'Nail ' || i %% 9, 8 + i %% 7, now() + (i %% 11) * interval '1 s' FROM generate_series(1, %2$d) i
                """.formatted(accounts.create().id(), count));
        String path = PRODUCTS + "?limit=100" + query.formatted(query("SELECT max(user_id) FROM products"));

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            Answer page = get(cursor == null ? path : path + "&cursor=" + cursor, owner.token());
            assertThat(page.member("total")).isNull();
            seen.addAll(ids(page));
            assertThat(seen).doesNotHaveDuplicates(); // Or this would never end.
            cursor = (String) page.member("next_cursor");
        } while (cursor != null);

        String tie = order.endsWith("DESC") ? "id DESC" : "id";
        String expected =
                (String) query("SELECT string_agg(id::text, ',' ORDER BY %s, %s) FROM products WHERE price >= 8"
                        .formatted(order, tie));
        assertThat(seen).hasSize((int) count).containsExactly(expected.split(",", -1));
    }

    @Test
    void leadsOnWhileProductsComeAndGo() {
        List<String> all = ids(get(PRODUCTS + "?limit=100&sort=-price", owner.token()));

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            Answer page = get(path("&sort=-price", cursor), owner.token());
            seen.addAll(ids(page));
            cursor = (String) page.member("next_cursor");
            execute("DELETE FROM products WHERE id = " + seen.getLast()); // The one that the cursor names.
            execute("INSERT INTO products (user_id, name, price) VALUES (%d, 'Behind the reader', 1000)"
                    .formatted(owner.id()));
        } while (cursor != null);

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void isOnPagesOfANumberTooUntilTheEnd() {
        Answer second = get(PRODUCTS + "?page=2&limit=15", owner.token());
        Answer third =
                get(path("", (String) second.member("next_cursor")).replace("limit=3", "limit=15"), owner.token());

        assertThat(ids(third)).isEqualTo(ids(get(PRODUCTS + "?page=3&limit=15", owner.token())));
        assertThat(third.members()).containsExactly("data", "total", "limit");
        assertThat(third.member("total")).isEqualTo(40);
        assertThat(get(PRODUCTS + "?page=2&limit=20", owner.token()).member("next_cursor"))
                .isNull();
    }

    @Test
    void mayChangeTheLimitOnTheWay() {
        String cursor = (String) get(PRODUCTS + "?limit=3", owner.token()).member("next_cursor");

        assertThat(ids(get(PRODUCTS + "?limit=100&cursor=" + cursor, owner.token())))
                .hasSize(37);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=1", "page=", "page=abc"})
    void doesNotGoTogetherWithAPage(String page) {
        String cursor = (String) get(PRODUCTS + "?limit=3", owner.token()).member("next_cursor");

        Answer answer = get(PRODUCTS + "?" + page + "&cursor=" + cursor, owner.token());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").get(0).get("field").getStringValue())
                .isEqualTo("cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&sort=created_at",
                "&sort=price",
                "&q=name",
                "&min_price=1",
                "&max_price=1",
                "&in_stock=true",
                "&user_id=1"
            })
    void isOfNoUseForAnotherQuery(String query) {
        String cursor = (String) get(PRODUCTS + "?limit=3", owner.token()).member("next_cursor");

        Answer answer = get(path(query, cursor), owner.token());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.member("detail")).isEqualTo("cursor is none of this query's");
    }

    @ParameterizedTest
    @CsvSource({"''", "5", "AAAAAAAAAAAAAAAAAAAAAB", "'%27%20or%201=1--'", "%F0%9F%90%A6"})
    void cannotBeMadeUp(String cursor) {
        assertThat(get(PRODUCTS + "?cursor=" + cursor, owner.token()).status()).isEqualTo(400);
    }

    private List<String> walk(String query) {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            Answer page = get(path(query, cursor), owner.token());
            seen.addAll(ids(page));
            assertThat(seen).doesNotHaveDuplicates(); // Or this would never end.
            cursor = (String) page.member("next_cursor");
        } while (cursor != null);
        return seen;
    }

    private static String path(String query, @Nullable String cursor) {
        return PRODUCTS + "?limit=3" + query + (cursor == null ? "" : "&cursor=" + cursor);
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        var ids = new ArrayList<String>();
        answer.body()
                .get("data")
                .values()
                .forEach(product -> ids.add(String.valueOf(product.get("id").getLongValue())));
        return ids;
    }
}
