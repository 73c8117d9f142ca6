package dev.roost.account;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.roost.ApiTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenApiTest extends ApiTest {

    @Test
    void are64HexadecimalDigitsAndEachIsAnother() {
        String email = register();

        assertThat(logIn(email)).matches("[0-9a-f]{64}").isNotEqualTo(logIn(email));
    }

    @Test
    void areKeptAsDigestsFor60Days() throws Exception {
        String token = logIn(register());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));

        assertThat(query("SELECT expires_at - now() BETWEEN interval '59 days 23:59' AND interval '60 days' "
                        + "FROM refresh_tokens WHERE digest = '\\x%s'"
                                .formatted(HexFormat.of().formatHex(digest))))
                .isEqualTo(true);
        assertThat(query("SELECT string_agg(t::text, '') FROM refresh_tokens t").toString())
                .doesNotContain(token);
        assertThat(refresh(HexFormat.of().formatHex(digest)).status()).isEqualTo(401);
    }

    @Test
    void giveAnAccessTokenForAnHourAndStayGood() throws Exception {
        String token = logIn(register());

        Answer first = refresh(token);
        Answer second = refresh(token);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.members()).containsExactly("token");
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(second.status()).isEqualTo(200);
        assertThat(get("/api/v1/products", second.text("token")).status()).isEqualTo(200);
        var claims = SignedJWT.parse(second.text("token")).getJWTClaimsSet();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void areNoGoodOnceRevokedWhileOtherLoginsLiveOn() {
        String email = register();
        String revoked = logIn(email);
        String other = logIn(email);

        assertThat(revoke(revoked).status()).isEqualTo(204);
        assertThat(revoke(revoked).status()).isEqualTo(204);

        assertThat(refresh(revoked).status()).isEqualTo(401);
        assertThat(refresh(other).status()).isEqualTo(200);
    }

    @Test
    void areNoGoodOnceExpiredAndThenSweptOut() {
        String email = register();
        String token = logIn(email);
        execute("UPDATE refresh_tokens SET expires_at = now() FROM accounts WHERE user_id = id AND email = '%s'"
                .formatted(email));

        assertThat(refresh(token).status()).isEqualTo(401);
        logIn(email);
        assertThat(query("SELECT count(*) FROM refresh_tokens JOIN accounts ON user_id = id WHERE email = '%s'"
                        .formatted(email)))
                .isEqualTo(1L);
    }

    @Test
    void areNoGoodOnceTheAccountIsGone() {
        String email = register();
        String token = logIn(email);
        execute("DELETE FROM accounts WHERE email = '%s'".formatted(email));

        assertThat(refresh(token).status()).isEqualTo(401);
        assertThat(revoke(token).status()).isEqualTo(204);
    }

    @Test
    void areNoAccessTokensNorTheOtherWayRound() {
        String email = register();
        String token = logIn(email);
        String accessToken = refresh(token).text("token");

        assertThat(get("/api/v1/products", token).status()).isEqualTo(401);
        assertThat(send("PUT", "/api/users", token, credentials(email, "supersecret"))
                        .status())
                .isEqualTo(401);
        assertThat(refresh(accessToken).status()).isEqualTo(401);
        assertThat(revoke(accessToken).status()).isEqualTo(204);
        assertThat(refresh(token).status()).isEqualTo(200);
        assertThat(get("/api/v1/products", accessToken).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic dTpw", "ApiKey x", "x"})
    void mustBeSentAsABearerToken(String authorization) {
        for (String path : new String[] {"/api/refresh", "/api/revoke"}) {
            Answer answer =
                    send(request(path).header("Authorization", authorization).POST(BodyPublishers.noBody()));

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void areNeededToRefreshAndToRevoke() {
        for (String path : new String[] {"/api/refresh", "/api/revoke"}) {
            Answer answer = send("POST", path + "?token=" + logIn(register()), null, null);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void haveOneSpelling() {
        String token = logIn(register());

        assertThat(refresh(token.toUpperCase(Locale.ROOT)).status()).isEqualTo(401);
        assertThat(refresh(token + "0").status()).isEqualTo(401);
        assertThat(refresh(token.substring(1)).status()).isEqualTo(401);
        assertThat(refresh("0".repeat(64)).status()).isEqualTo(401);
        assertThat(refresh(token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded"})
    void areReadWhateverTheBodyIs(String contentType) {
        var request = request("/api/refresh")
                .header("Authorization", "bearer " + logIn(register()))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString("nothing"));

        assertThat(send(request).status()).isEqualTo(200);
    }

    /** There is nothing to send that the client could refuse. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "image/png"})
    void areRevokedWhateverTheClientAccepts(String mediaType) {
        var revocation = request("/api/revoke")
                .header("Authorization", "Bearer unknown")
                .header("Accept", mediaType)
                .POST(BodyPublishers.noBody());

        assertThat(send(revocation).status()).isEqualTo(204);
    }

    /** A login that began with the old password must not outlive its change. */
    @Test
    void doNotOutliveAChangeOfThePasswordThatRacesWithTheLogin() {
        String email = register();
        String accessToken =
                post("/api/login", null, credentials(email, "supersecret")).text("token");

        List<Answer> answers = inThreads(
                7,
                7,
                i -> i < 6
                        ? post("/api/login", null, credentials(email, "supersecret"))
                        : send("PUT", "/api/users", accessToken, credentials(email, "new password")));

        for (Answer login : answers.subList(0, 6)) {
            Object token = login.member("refresh_token");
            assertThat(login.status()).isIn(200, 401);
            if (token != null) {
                assertThat(refresh(token.toString()).status()).isEqualTo(401);
            }
        }
    }

    private String register() {
        String email = UUID.randomUUID() + "@example.com";
        post("/api/users", null, credentials(email, "supersecret"));
        return email;
    }

    private String logIn(String email) {
        return post("/api/login", null, credentials(email, "supersecret")).text("refresh_token");
    }

    private Answer refresh(@Nullable String token) {
        return send("POST", "/api/refresh", token, null);
    }

    private Answer revoke(@Nullable String token) {
        return send("POST", "/api/revoke", token, null);
    }
}
