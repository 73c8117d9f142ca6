package dev.roost.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.roost.ApiTest;
import dev.roost.account.TestAccounts.TestAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenApiTest extends ApiTest {

    private static final String PRODUCTS = "/api/v1/products";

    /** Long enough for HS512, so that a refusal is about the algorithm and not about the key's length. */
    private static final String LONG_SECRET = JWT_SECRET + JWT_SECRET;

    private TestAccount account;

    @BeforeAll
    void createAccount() {
        account = accounts.create();
    }

    @Override
    protected Map<String, String> properties() {
        return Map.of("roost.access-token.secret", LONG_SECRET);
    }

    @Test
    void acceptsATokenMadeByTheRules() {
        assertThat(get(PRODUCTS, sign(JWSAlgorithm.HS256, claims().build())).status())
                .isEqualTo(200);
    }

    @Test
    void acceptsATokenWhoseHeaderIsWrittenInAnotherOrder() throws JOSEException {
        String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                + account.token().split("\\.")[1];
        var signature = new MACSigner(LONG_SECRET).sign(new JWSHeader(JWSAlgorithm.HS256), signed.getBytes(UTF_8));

        assertThat(get(PRODUCTS, signed + "." + signature).status()).isEqualTo(200);
    }

    @Test
    void asksForATokenWithoutCallingTheMissingOneInvalid() {
        Answer answer = get(PRODUCTS, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic eDp5", "ApiKey x", "Bearer", ""})
    void asksForATokenWithoutCallingAnythingElseInvalid(String authorization) {
        Answer answer = send(request(PRODUCTS).header("Authorization", authorization));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    /** Nimbus throws a NullPointerException at most of these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                " null ",
                "\uFEFFnull",
                "[]",
                "1",
                "\"HS256\"",
                "{",
                "",
                "{\"alg\":null}",
                "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"oth\":[{}],\"p\":\"AA\"}}"
            })
    void refusesAHeaderThatIsNotOurs(String header) {
        String payload = account.token().split("\\.")[1];

        assertRefused(base64(header) + "." + payload + ".AAAA");
        assertThat(exchange(request("GET", "/livez", base64(header) + "..", null))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS384", "HS512", "RS256", "ES256", "PS256", "", "hs256"})
    void refusesAHeaderThatNamesAnotherAlgorithm(String algorithm) {
        String payload = account.token().split("\\.")[1];
        String signature = account.token().split("\\.")[2];
        String header = base64("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm));

        assertRefused(header + "." + payload + "." + signature);
        assertRefused(header + "." + payload + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kid", "jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "cty"})
    void refusesHeaderParametersThatWeDoNotSend(String parameter) throws JOSEException {
        String header = base64("{\"alg\":\"HS256\",\"%s\":\"http://localhost:9/key\"}".formatted(parameter));
        String signed = header + "." + account.token().split("\\.")[1];
        var signature = new MACSigner(LONG_SECRET).sign(new JWSHeader(JWSAlgorithm.HS256), signed.getBytes(UTF_8));

        assertRefused(signed + "." + signature);
    }

    @Test
    void refusesATamperedToken() {
        String[] parts = account.token().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);

        assertRefused(parts[0] + "." + base64(payload.replace("\"user\"", "\"admin\"")) + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse());
        assertRefused(parts[0] + "." + parts[1] + "." + parts[2].substring(1));
        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused(parts[0] + "." + parts[1]);
        assertRefused(account.token() + ".x.y");
    }

    /** The last of the 43 characters holds two bits that say nothing; each of its other spellings is a forgery. */
    @Test
    void refusesAnotherSpellingOfAGoodSignature() {
        String token = account.token();
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            if (last != token.charAt(token.length() - 1)) {
                assertRefused(token.substring(0, token.length() - 1) + last);
            }
        }
        assertRefused(token + "=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace-me-with-32-or-more-random-bytes", "a-secret-of-somebody-else-with-32-bytes"})
    void refusesATokenSignedWithAnotherKey(String secret) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        token.sign(new MACSigner(secret));

        assertRefused(token.serialize());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b.c",
                "....",
                "ey.ey.ey",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void refusesWhatIsNoToken(String token) {
        assertRefused(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    void acceptsEverySpellingOfTheScheme(String scheme) {
        assertThat(send(request(PRODUCTS).header("Authorization", scheme + " " + account.token()))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "ApiKey", "Token", "BearerX"})
    void refusesAnotherScheme(String scheme) {
        assertThat(send(request(PRODUCTS).header("Authorization", scheme + " " + account.token()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesTwoAuthorizations() {
        assertThat(send(request(PRODUCTS)
                                .header("Authorization", "Bearer " + account.token())
                                .header("Authorization", "Bearer " + account.token()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void findsNoTokenInAQueryOrACookie() {
        assertThat(get(PRODUCTS + "?access_token=" + account.token(), null).status())
                .isEqualTo(401);
        assertThat(send(request(PRODUCTS).header("Cookie", "JWT=" + account.token()))
                        .status())
                .isEqualTo(401);
    }

    private void assertRefused(String token) {
        Answer answer = get(PRODUCTS, token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject(account.uuid().toString())
                .claim("user_id", account.id())
                .claim("email", account.email())
                .claim("role", "user")
                .issuer("roost")
                .issueTime(at(Duration.ofSeconds(-5)))
                .expirationTime(at(Duration.ofHours(1)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static String sign(JWSAlgorithm algorithm, JWTClaimsSet claims) {
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build(), claims);
        try {
            token.sign(new MACSigner(LONG_SECRET));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Date at(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
