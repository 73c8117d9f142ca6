package dev.roost.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.ApiTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 12.5.1. */
class AcceptedTypesApiTest extends ApiTest {

    private String token;

    @BeforeAll
    void createAccount() {
        token = accounts.create().token();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "application/json;charset=utf-8",
                "application/*",
                "APPLICATION/*",
                "application/*;q=0.1",
                "text/html, application/*;q=0.5",
                "text/html;q=0, */*",
                "application/*;q=0, application/json",
                "*/*;q=0, application/*"
            })
    void areServed(String accept) {
        Answer answer = send(request("/api/v1/products", accept));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/*",
                "application/xml",
                "application/json;q=0",
                "application/json;q=0.000",
                "application/json;q=0, */*",
                "application/json;q=0, application/*",
                "application/*;q=0, */*",
                "*/*;q=0"
            })
    void areRefused(String accept) {
        Answer answer = send(request("/api/v1/products", accept));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.member("type")).isEqualTo("/problems#not-acceptable");
    }

    /** Deleting has no answer of any type, so that whatever is accepted is good for it. */
    @Test
    void areThoseOfTheMethodThatIsSent() {
        String product = "/api/v1/products/999999999";

        assertThat(send(request(product, "image/*")).status()).isEqualTo(406);
        assertThat(send(request(product, "image/*").DELETE()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/*", "application/json;q=0", "*/*;q=0"})
    void doNotMatterWhereOnlyOneTypeIsOrNothing(String accept) {
        assertThat(exchange(request("/app/style.css", accept)).statusCode()).isEqualTo(200);
        assertThat(send(request("/nowhere", accept)).status()).isEqualTo(404);
        assertThat(send(request("/api/v1/products", accept).DELETE()).status()).isEqualTo(405);
    }

    private java.net.http.HttpRequest.Builder request(String path, String accept) {
        return request(path).header("Authorization", "Bearer " + token).header("Accept", accept);
    }
}
