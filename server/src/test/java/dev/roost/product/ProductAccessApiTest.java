package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What else decides who may change a product, and what does not. */
class ProductAccessApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"price\":-1}", "{\"price\":\"1\"}", "{\"name\":null,\"stock\":1.5}"})
    void tellsWhoDoesNotOwnAProductThatAndNotWhatIsWrongWithThePatch(String body) {
        String product = PRODUCTS + "/"
                + post(PRODUCTS, accounts.create().token(), "{\"name\":\"Lamp\",\"price\":1}")
                        .member("id");

        assertThat(send("PATCH", product, accounts.create().token(), body).status())
                .isEqualTo(403);
        assertThat(send("PATCH", PRODUCTS + "/999999999", accounts.create().token(), body)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "X-HTTP-Method-Override, DELETE",
        "X-HTTP-Method, DELETE",
        "X-Method-Override, DELETE",
        "X-Original-URL, /api/v1/products/1",
        "X-Rewrite-URL, /api/v1/products/1",
        "X-User-Id, 1",
        "X-Forwarded-User, 1"
    })
    void listensToNoHeaderThatClaimsMore(String header, String value) {
        var owner = accounts.create();

        Answer answer = send(request(PRODUCTS)
                .header("Authorization", "Bearer " + owner.token())
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString("{\"name\":\"Lamp\",\"price\":1}")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.member("user_id")).isEqualTo((int) owner.id());
    }
}
