package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which products a list has, and in which order. */
class ProductSearchApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";

    private TestAccount owner;
    private TestAccount another;

    @BeforeAll
    void createProducts() {
        owner = accounts.create();
        another = accounts.create();
        create(
                owner,
                "{\"name\":\"Desk lamp\",\"description\":\"Warm light, small foot.\",\"price\":19.90,\"stock\":3}");
        create(owner, "{\"name\":\"apple crate\",\"price\":5,\"stock\":0}");
        create(another, "{\"name\":\"Zinc lamp\",\"description\":\"Used, for a desk.\",\"price\":19.90,\"stock\":1}");
        create(another, "{\"name\":\"Bücherregal\",\"description\":\"Aus Kiefer\",\"price\":120.50,\"stock\":0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lamp|Zinc lamp, Desk lamp",
                "LAMP|Zinc lamp, Desk lamp",
                "desk lamp|Zinc lamp, Desk lamp",
                "\"desk lamp\"|Desk lamp",
                "lamp -used|Desk lamp",
                "lamp - used|Zinc lamp",
                "lamp ---used|Desk lamp",
                "lamp -\"for a desk\"|Desk lamp",
                "crate or foot|apple crate, Desk lamp",
                "light|Desk lamp",
                "bücherregal|Bücherregal",
                "BÜCHERREGAL|Bücherregal",
                "lam|''",
                "x' or 1=1--|''",
                "!!!|''",
                "lamp &(!|Zinc lamp, Desk lamp",
                "(((((((((((|''",
                "%|''"
            })
    void findsWords(String words, String names) {
        assertThat(search("?q=" + encode(words))).isEqualTo(list(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=", "?q=%20", "?min_price=", "?max_price=", "?in_stock="})
    void takesAnEmptyParameterForNone(String query) {
        assertThat(search(query)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?min_price=19.9|Bücherregal, Zinc lamp, Desk lamp",
                "?min_price=19.91|Bücherregal",
                "?max_price=19.9000|Zinc lamp, apple crate, Desk lamp",
                "?max_price=19.89|apple crate",
                "?min_price=5&max_price=5.00|apple crate",
                "?min_price=6&max_price=5|''",
                "?in_stock=true|Zinc lamp, Desk lamp",
                "?in_stock=false|Bücherregal, apple crate",
                "?user_id=999999999|''",
                "?q=lamp&max_price=20&in_stock=true&sort=name|Desk lamp, Zinc lamp"
            })
    void filters(String query, String names) {
        assertThat(search(query)).isEqualTo(list(names));
    }

    @Test
    void findsAnAccountsProducts() {
        assertThat(search("?user_id=" + another.id())).containsExactly("Bücherregal", "Zinc lamp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "created_at|Desk lamp, apple crate, Zinc lamp, Bücherregal",
                "-created_at|Bücherregal, Zinc lamp, apple crate, Desk lamp",
                "price|apple crate, Desk lamp, Zinc lamp, Bücherregal",
                "-price|Bücherregal, Zinc lamp, Desk lamp, apple crate",
                "name|apple crate, Bücherregal, Desk lamp, Zinc lamp",
                "-name|Zinc lamp, Desk lamp, Bücherregal, apple crate"
            })
    void sorts(String sort, String names) {
        assertThat(search("?sort=" + sort)).isEqualTo(list(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "- ", "-.", "-\"", "-(", "-a ", "or ", "\""})
    void takesAnyText(String part) {
        String words = part.repeat(200 / part.length());

        assertThat(get(PRODUCTS + "?q=" + encode(words), owner.token()).status())
                .isEqualTo(200);
        assertThat(get(PRODUCTS + "?q=" + encode(words.substring(1) + "a"), owner.token())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void countsWhatIsFoundOnAllPages() {
        Answer page = get(PRODUCTS + "?q=lamp&limit=1", owner.token());

        assertThat(names(page)).hasSize(1);
        assertThat(page.member("total")).isEqualTo(2);
        assertThat(get(PRODUCTS + "?q=lamp&page=3&limit=1", owner.token())
                        .response()
                        .body())
                .startsWith("{\"data\":[],\"total\":2,\"page\":3,");
    }

    @Test
    void countsAThousandAndNoMore() {
        TestAccount trader = accounts.create();
        String insert = "INSERT INTO products (user_id, name, price) SELECT %d, 'Nail', 1 FROM generate_series(1, %d)";
        String query = PRODUCTS + "?limit=1&user_id=" + trader.id();

        execute(insert.formatted(trader.id(), 1000));
        assertThat(get(query, owner.token()).member("total")).isEqualTo(1000);

        execute(insert.formatted(trader.id(), 1));
        assertThat(get(query, owner.token()).members()).containsExactly("data", "page", "limit", "next_cursor");
        assertThat(names(get(query + "&page=1001", owner.token()))).hasSize(1);
        assertThat(names(get(query + "&page=1002", owner.token()))).isEmpty();
        execute("DELETE FROM products WHERE user_id = " + trader.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=desc;drop%20table",
                "sort=",
                "sort=id",
                "sort=PRICE",
                "sort=--price",
                "min_price=abc",
                "max_price=NaN",
                "min_price=1E1",
                "min_price=%2B5",
                "min_price=%EF%BC%91%EF%BC%92",
                "min_price=%D9%A5",
                "min_price=05",
                "min_price=.5",
                "min_price=5.",
                "min_price=%205",
                "max_price=1e400",
                "max_price=1e2147483647",
                "max_price=1e999999999999",
                "min_price=1e-999999999",
                "max_price=11111111111111111111111111111111111111111111111111111111111111111",
                "in_stock=banana",
                "in_stock=1",
                "in_stock=yes",
                "in_stock=TRUE",
                "user_id=",
                "user_id=abc",
                "user_id=9223372036854775808",
                "user_id=01",
                "q=%00",
                "q=%ED%A0%80",
                "cursor=x"
            })
    void refusesWhatItCannotRead(String query) {
        Answer answer = get(PRODUCTS + "?" + query, owner.token());

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "min_price=-1, min_price",
        "min_price=0.001, min_price",
        "max_price=100000000, max_price",
        "max_price=99999999999999999999, max_price"
    })
    void refusesWhatBreaksARule(String query, String field) {
        Answer answer = get(PRODUCTS + "?" + query, owner.token());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").get(0).get("field").getStringValue())
                .isEqualTo(field);
    }

    @Test
    void namesEveryBrokenRule() {
        Answer answer = get(PRODUCTS + "?min_price=-1&max_price=-1&q=" + "x".repeat(201), owner.token());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").size()).isEqualTo(3);
    }

    @Test
    void boundsTheWordsByTheirCharacters() {
        assertThat(get(PRODUCTS + "?q=" + encode("🪶".repeat(200)), owner.token())
                        .status())
                .isEqualTo(200);
        assertThat(get(PRODUCTS + "?q=" + encode("🪶".repeat(201)), owner.token())
                        .status())
                .isEqualTo(422);
    }

    private void create(TestAccount account, String body) {
        assertThat(post(PRODUCTS, account.token(), body).status()).isEqualTo(201);
    }

    private List<String> search(String query) {
        return names(get(PRODUCTS + query, owner.token()));
    }

    private static List<String> list(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(", "));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> names(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        var names = new ArrayList<String>();
        answer.body()
                .get("data")
                .values()
                .forEach(product -> names.add(product.get("name").getStringValue()));
        return names;
    }
}
