package dev.roost.contract;

import static dev.roost.contract.Deployment.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a token, and what is not. */
@Tag("tokens")
@ExtendWith(DeploymentExtension.class)
class TokensContract {

    private static final String PRODUCTS = "/api/v1/products";

    private final Deployment deployment;
    private final String token;

    TokensContract(Deployment deployment) {
        this.deployment = deployment;
        this.token = deployment.owner().accessToken();
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        var answer = deployment.get(PRODUCTS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void takesTheSchemeInAnyCase() {
        assertThat(deployment
                        .send("GET", PRODUCTS, "", Map.of("Authorization", "bEARER " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS384", "RS256"})
    void refusesATokenOfAnotherAlgorithm(String algorithm) {
        String header = encode("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm));
        String[] parts = token.split("\\.", 3);

        requireRefused(header + "." + parts[1] + "." + parts[2]);
        requireRefused(header + "." + parts[1] + ".");
    }

    @Test
    void refusesATokenThatWasChanged() {
        String[] parts = token.split("\\.", 3);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains("\"user\"");

        requireRefused(parts[0] + "." + encode(payload.replace("\"user\"", "\"admin\"")) + "." + parts[2]);
        requireRefused(parts[0] + "." + parts[1] + "." + parts[2].substring(1));
        requireRefused(parts[0] + "." + parts[1]);
    }

    @Test
    void takesNoKindOfTokenForTheOther() {
        String refreshToken = deployment
                .nobody()
                .accounts()
                .logIn(deployment.owner().email(), PASSWORD)
                .getRefreshToken();

        requireRefused(refreshToken);
        assertThat(deployment
                        .send("POST", "/api/refresh", "", deployment.owner().authorization())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesNoTokenFromTheQuery() {
        assertThat(deployment.get(PRODUCTS + "?access_token=" + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void letsNobodyCacheATokenThatItGives() {
        var answer = deployment.send(
                "POST",
                "/api/v1/auth/login",
                "{\"email\":\"%s\",\"password\":\"%s\"}"
                        .formatted(deployment.owner().email(), PASSWORD),
                Map.of("Content-Type", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    private void requireRefused(String forged) {
        HttpResponse<String> answer = deployment.send("GET", PRODUCTS, "", Map.of("Authorization", "Bearer " + forged));

        assertThat(answer.statusCode()).as("status for %s", forged).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("error=\"invalid_token\""));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
