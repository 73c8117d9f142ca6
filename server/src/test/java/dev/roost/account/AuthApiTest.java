package dev.roost.account;

import static dev.roost.TestThreads.inThreads;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.roost.ApiTest;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthApiTest extends ApiTest {

    /** Fifty passwords take their time on a busy machine. */
    @Override
    protected Map<String, String> settings() {
        return Map.of("SERVER_WRITE_TIMEOUT_SEC", "120");
    }

    private static final String REGISTER = "/api/v1/auth/register";
    private static final String LOGIN = "/api/v1/auth/login";

    @Test
    void registersAnAccountAndLogsItIn() {
        Answer answer = post(REGISTER, null, credentials("dev@example.com", "supersecret"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("token_type").getStringValue()).isEqualTo("Bearer");
        assertThat(answer.body().get("expires_in").getLongValue()).isEqualTo(86_400);
        assertThat(answer.body().get("user").get("email").getStringValue()).isEqualTo("dev@example.com");
        assertThat(answer.body().get("user").get("role").getStringValue()).isEqualTo("user");
        assertThat(answer.body().get("user").get("id").isNumber()).isTrue();
        assertThat(answer.body().get("user").get("created_at").getStringValue()).endsWith("Z");
        assertThat(get("/api/v1/products", accessToken(answer)).status()).isEqualTo(200);
    }

    @Test
    void issuesTokensWithTheClaimsThatBothDoorsRead() throws ParseException {
        Answer answer = post(REGISTER, null, credentials("claims@example.com", "supersecret"));

        var token = SignedJWT.parse(accessToken(answer));
        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("HS256");
        assertThat(claims.getSubject()).hasSize(36);
        assertThat(claims.getLongClaim("user_id"))
                .isEqualTo(answer.body().get("user").get("id").getLongValue());
        assertThat(claims.getStringClaim("email")).isEqualTo("claims@example.com");
        assertThat(claims.getStringClaim("role")).isEqualTo("user");
        assertThat(claims.getIssuer()).isEqualTo("roost");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void registersWhollyOrNotAtAll() {
        execute("ALTER TABLE refresh_tokens ADD CONSTRAINT none CHECK (false) NOT VALID");
        Answer failed = post(REGISTER, null, credentials("whole@example.com", "supersecret"));
        execute("ALTER TABLE refresh_tokens DROP CONSTRAINT none");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(post(REGISTER, null, credentials("whole@example.com", "supersecret"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void logsInWhateverTheCaseOfTheEmailAndTheSpacesAroundIt() {
        post(REGISTER, null, credentials(" Mixed.Case@Example.COM ", "supersecret"));

        Answer answer = post(LOGIN, null, credentials("mixed.CASE@example.com ", "supersecret"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("user").get("email").getStringValue()).isEqualTo("mixed.case@example.com");
    }

    @Test
    void lowersTheCaseOfAnEmailAlikeInEveryLocale() {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            Answer answer = post(REGISTER, null, credentials("ISTANBUL@EXAMPLE.COM", "supersecret"));
            assertThat(answer.body().get("user").get("email").getStringValue()).isEqualTo("istanbul@example.com");
        } finally {
            Locale.setDefault(locale);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"İst@example.com", "ΑΣ@example.com", "ÖL@example.com"})
    void logsInWithTheVerySpellingThatRegistered(String email) {
        post(REGISTER, null, credentials(email, "supersecret"));

        assertThat(post(LOGIN, null, credentials(email, "supersecret")).status())
                .isEqualTo(200);
    }

    @Test
    void namesMembersOfTheWrongTypeBesideBrokenRules() {
        Answer answer = post(REGISTER, null, "{\"email\":\"nobody\",\"password\":5}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").size()).isEqualTo(2);
    }

    @Test
    void givesTwoLoginsOfOneSecondDifferentTokens() throws ParseException {
        Answer first = post(REGISTER, null, credentials("twice@example.com", "supersecret"));
        Answer second = post(LOGIN, null, credentials("twice@example.com", "supersecret"));

        assertThat(SignedJWT.parse(accessToken(first)).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(
                        SignedJWT.parse(accessToken(second)).getJWTClaimsSet().getJWTID());
    }

    @Test
    void answersAnUnknownEmailAndAWrongPasswordAlike() {
        post(REGISTER, null, credentials("known@example.com", "supersecret"));

        Answer wrongPassword = post(LOGIN, null, credentials("known@example.com", "not the password"));
        Answer unknownEmail = post(LOGIN, null, credentials("unknown@example.com", "not the password"));

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.member("message")).isEqualTo("invalid email or password");
        assertThat(wrongPassword.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(unknownEmail.withoutRequestId()).isEqualTo(wrongPassword.withoutRequestId());
    }

    @Test
    void letsOneOfManySimultaneousRegistrationsWin() {
        List<Integer> statuses = inThreads(50, 50, i -> {
            String email = i % 2 == 0 ? "race@example.com" : "RACE@example.com";
            return post(REGISTER, null, credentials(email, "supersecret")).status();
        });

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(49);
        assertThat(query("SELECT count(*) FROM accounts WHERE lower(email) = 'race@example.com'"))
                .isEqualTo(1L);
    }

    @ParameterizedTest
    @CsvSource({"7, 422", "8, 201", "64, 201", "128, 201", "129, 422"})
    void boundsTheLengthOfAPassword(int length, int status) {
        Answer answer = post(REGISTER, null, credentials("length%d@example.com".formatted(length), "p".repeat(length)));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void countsThePasswordsCharactersAndNotTheirBytes() {
        assertThat(post(REGISTER, null, credentials("seven@example.com", "🪶".repeat(7)))
                        .status())
                .isEqualTo(422);
        assertThat(post(REGISTER, null, credentials("eight@example.com", "🪶".repeat(8)))
                        .status())
                .isEqualTo(201);
        assertThat(post(REGISTER, null, credentials("many@example.com", "🪶".repeat(128)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void tellsPasswordsApartThatDifferBehindTheir72ndByte() {
        post(REGISTER, null, credentials("long@example.com", "p".repeat(72) + "-one"));

        assertThat(post(LOGIN, null, credentials("long@example.com", "p".repeat(72) + "-two"))
                        .status())
                .isEqualTo(401);
        assertThat(post(LOGIN, null, credentials("long@example.com", "p".repeat(72)))
                        .status())
                .isEqualTo(401);
        assertThat(post(LOGIN, null, credentials("long@example.com", "p".repeat(72) + "-one"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsSpacesCaseAndQuotesOfAPassword() {
        post(REGISTER, null, credentials("exact@example.com", "  Qu\\\"ote's 🪶  "));

        assertThat(post(LOGIN, null, credentials("exact@example.com", "Qu\\\"ote's 🪶"))
                        .status())
                .isEqualTo(401);
        assertThat(post(LOGIN, null, credentials("exact@example.com", "  qu\\\"ote's 🪶  "))
                        .status())
                .isEqualTo(401);
        assertThat(post(LOGIN, null, credentials("exact@example.com", "  Qu\\\"ote's 🪶  "))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dev",
                "dev@",
                "@example.com",
                "dev@@example.com",
                "a b@example.com",
                "dev@example..com",
                "dev@!",
                "dev@-example.com",
                "dev@example.com.",
                "dev@\u200bexample.com",
                "dev\u200b@example.com",
                "dev@\u0fcc",
                "dev\u3164@example.com",
                "dev\ufe0f@example.com",
                "\u00a0dev@example.com",
                "\\\"a@b\\\"@example.com"
            })
    void refusesWhatIsNoEmail(String email) {
        Answer answer = post(REGISTER, null, credentials(email, "supersecret"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").get(0).get("field").getStringValue())
                .isEqualTo("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev@localhost", "dev+tag@example.com", "d.e.v'!#$%&*/=?^_`{|}~-@xn--bcher-kva.example"})
    void takesAnEmail(String email) {
        assertThat(post(REGISTER, null, credentials(email, "supersecret")).status())
                .isEqualTo(201);
    }

    @Test
    void takesAnEmailOf254CharactersAndNoLongerOne() {
        String longest = "a".repeat(64) + "@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(57) + ".com";

        assertThat(longest).hasSize(254);
        assertThat(post(REGISTER, null, credentials(longest, "supersecret")).status())
                .isEqualTo(201);
        assertThat(post(REGISTER, null, credentials(longest + "m", "supersecret"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        Answer answer = post(REGISTER, null, credentials("nobody", "short"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .extracting(error -> ((Map<?, ?>) error).get("field"))
                .isEqualTo(List.of("email", "password"));
    }

    @Test
    void answersAMegabyteOfPasswordWithoutHashingIt() {
        assertThat(post(REGISTER, null, credentials("big@example.com", "p".repeat(1_000_000)))
                        .status())
                .isEqualTo(422);
        assertThat(post(LOGIN, null, credentials("big@example.com", "p".repeat(1_000_000)))
                        .status())
                .isEqualTo(422);
        assertThat(post(REGISTER, null, credentials("big@example.com", "p".repeat(1_048_576)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void takesNothingButEmailAndPasswordFromTheBody() {
        Answer answer = post(REGISTER, null, """
                {"email":"modest@example.com","password":"supersecret","id":1,"role":"admin","is_chirpy_red":true}
                """);

        assertThat(answer.body().get("user").get("role").getStringValue()).isEqualTo("user");
        assertThat(query("SELECT count(*) FROM accounts WHERE role = 'admin' OR is_chirpy_red"))
                .isEqualTo(0L);
    }

    @Test
    void neverShowsAPasswordOrItsHash() {
        Answer registered = post(REGISTER, null, credentials("shown@example.com", "not-to-be-shown"));
        Answer taken = post(REGISTER, null, credentials("shown@example.com", "not-to-be-shown"));
        Answer refused = post(LOGIN, null, credentials("nobody@example.com", "not-to-be-shown"));

        assertThat(registered.response().body()
                        + taken.response().body()
                        + refused.response().body())
                .doesNotContain("not-to-be-shown", "$2a$", "hash");
    }

    private static String accessToken(Answer answer) {
        return answer.body().get("access_token").getStringValue();
    }
}
