package dev.roost.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestCaller;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what: every caller, on every operation, on a product of the owner's and on one that does not exist. */
class ProductAccessApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";

    @ParameterizedTest
    @CsvSource({
        //           create list  get  get absent  patch  patch absent  delete  delete absent
        "NOBODY,     401,   401,  401, 401,        401,   401,          401,    401",
        "EXPIRED,    401,   401,  401, 401,        401,   401,          401,    401",
        "DELETED,    401,   200,  200, 404,        401,   401,          401,    401",
        "ANOTHER,    201,   200,  200, 404,        403,   404,          403,    404",
        "ADMIN,      201,   200,  200, 404,        403,   404,          403,    404",
        "OWNER,      201,   200,  200, 404,        200,   404,          204,    404",
    })
    void decides(
            TestCaller caller,
            int create,
            int list,
            int get,
            int getAbsent,
            int patch,
            int patchAbsent,
            int delete,
            int deleteAbsent) {
        var owner = accounts.create();
        String token = caller == TestCaller.OWNER ? owner.token() : accounts.tokenOf(caller);
        String product = PRODUCTS + "/"
                + post(PRODUCTS, owner.token(), "{\"name\":\"Lamp\",\"price\":1}")
                        .member("id");
        String absent = PRODUCTS + "/999999999";
        var before = get(product, owner.token()).body();

        assertThat(post(PRODUCTS, token, "{\"name\":\"Lamp\",\"price\":1}").status())
                .isEqualTo(create);
        assertThat(get(PRODUCTS, token).status()).isEqualTo(list);
        assertThat(get(product, token).status()).isEqualTo(get);
        assertThat(get(absent, token).status()).isEqualTo(getAbsent);
        assertThat(send("PATCH", product, token, "{\"price\":2}").status()).isEqualTo(patch);
        assertThat(send("PATCH", absent, token, "{\"price\":2}").status()).isEqualTo(patchAbsent);
        if (patch != 200) {
            assertThat(get(product, owner.token()).body()).isEqualTo(before);
        }
        assertThat(send("DELETE", absent, token, null).status()).isEqualTo(deleteAbsent);
        assertThat(send("DELETE", product, token, null).status()).isEqualTo(delete);
        assertThat(get(product, owner.token()).status()).isEqualTo(delete == 204 ? 404 : 200);
    }

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
        "X-Original-URL, /api/v1/products/1",
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
