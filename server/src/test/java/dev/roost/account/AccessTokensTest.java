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
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTokensTest {

    private static final String SECRET = "a-secret-of-the-tests-and-of-nothing-else";
    private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");
    private static final UUID ID = UUID.fromString("3b5d7e0c-8d5f-4d52-9a3c-0f6b0d1f3a5c");
    private static final Account ACCOUNT =
            new Account(7, ID, "dev@example.com", "hash", "admin", false, Instant.EPOCH, Instant.EPOCH);
    private static final Caller CALLER = new Caller(7, ID, "dev@example.com", "admin");

    private Instant now = START;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final AccessTokens tokens = new AccessTokens(new AccessTokenSettings(SECRET, Duration.ofHours(24)), clock);

    AccessTokensTest() throws Exception {}

    @Test
    void speakForTheAccountTheyWereIssuedFor() {
        assertThat(tokens.verify(tokens.issueForAnHour(ACCOUNT))).isEqualTo(CALLER);
    }

    @Test
    void areAllDifferent() {
        assertThat(tokens.issueForAnHour(ACCOUNT)).isNotEqualTo(tokens.issueForAnHour(ACCOUNT));
    }

    @Test
    void sayWhatTheContractLists() throws Exception {
        var claims =
                SignedJWT.parse(tokens.issue(ACCOUNT, Duration.ofHours(24))).getJWTClaimsSet();

        assertThat(claims.getClaims())
                .containsOnlyKeys("sub", "user_id", "email", "role", "iss", "iat", "exp", "jti")
                .containsEntry("iss", "roost")
                .containsEntry("iat", Date.from(START))
                .containsEntry("exp", Date.from(START.plus(Duration.ofHours(24))));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3599, true", "3600, false", "3601, false"})
    void endWithTheirLifetimeThoughTheyWereVerifiedBefore(int secondsLater, boolean isGood) {
        String token = tokens.issueForAnHour(ACCOUNT);
        assertThat(tokens.verify(token)).isNotNull();

        now = START.plusSeconds(secondsLater);

        assertThat(tokens.verify(token) != null).isEqualTo(isGood);
    }

    @ParameterizedTest
    @CsvSource({"-5, true", "0, true", "10, true", "11, false", "3600, false"})
    void mayComeFromAClockThatIsALittleAhead(int secondsAhead, boolean isGood) {
        Date ahead = at(secondsAhead);

        assertThat(verify(claims -> claims.issueTime(ahead)) != null).isEqualTo(isGood);
        assertThat(verify(claims -> claims.notBeforeTime(ahead)) != null).isEqualTo(isGood);
    }

    @Test
    void areGoodFromTheLaterOfTheirTwoBeginnings() {
        assertThat(verify(claims -> claims.issueTime(at(3600)).notBeforeTime(at(-5))))
                .isNull();
        assertThat(verify(claims -> claims.issueTime(at(-5)).notBeforeTime(at(3600))))
                .isNull();
    }

    @Test
    void mayBeMadeByAnythingThatHasTheKey() {
        assertThat(verify(claims -> claims)).isEqualTo(CALLER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedClaims")
    void areRefusedWithClaimsThatAreNotOurs(String fault, UnaryOperator<JWTClaimsSet.Builder> forge) {
        assertThat(verify(forge)).isNull();
    }

    static Stream<Arguments> forgedClaims() {
        return Stream.of(
                forged("expired", claims -> claims.expirationTime(at(-1))),
                forged("no exp", claims -> claims.expirationTime(null)),
                forged("exp is no number", claims -> claims.claim("exp", "tomorrow")),
                forged("issued in a future past all dates", claims -> claims.claim("iat", Long.MAX_VALUE)),
                forged("valid from a future past all dates", claims -> claims.claim("nbf", 1e30)),
                forged("valid from what is no number", claims -> claims.claim("nbf", "now")),
                forged("no iat", claims -> claims.issueTime(null)),
                forged("no jti", claims -> claims.jwtID(null)),
                forged("no iss", claims -> claims.issuer(null)),
                forged("another iss", claims -> claims.issuer("chirpy-access")),
                forged("no user_id", claims -> claims.claim("user_id", null)),
                forged("user_id is a text", claims -> claims.claim("user_id", "1")),
                forged("user_id is negative", claims -> claims.claim("user_id", -1)),
                forged("user_id is zero", claims -> claims.claim("user_id", 0)),
                forged("user_id is no whole number", claims -> claims.claim("user_id", 1.5)),
                forged(
                        "user_id is past int64",
                        claims -> claims.claim("user_id", new BigInteger("9223372036854775808"))),
                forged("no sub", claims -> claims.subject(null)),
                forged("sub is no UUID", claims -> claims.subject("1")),
                forged("no email", claims -> claims.claim("email", null)),
                forged("no role", claims -> claims.claim("role", null)));
    }

    @ParameterizedTest
    @CsvSource({"HS384", "HS512"})
    void areRefusedWithAnotherAlgorithmEvenOfOurKey(String algorithm) throws Exception {
        String longSecret = SECRET + SECRET;
        var tokens = new AccessTokens(new AccessTokenSettings(longSecret, Duration.ofHours(24)), clock);

        assertThat(tokens.verify(sign(JWSAlgorithm.HS256, longSecret, claims())))
                .isNotNull();
        assertThat(tokens.verify(sign(JWSAlgorithm.parse(algorithm), longSecret, claims())))
                .isNull();
    }

    @Test
    void areRefusedWithAnotherKey() {
        assertThat(tokens.verify(sign(JWSAlgorithm.HS256, "another-secret-of-the-tests-and-no-other", claims())))
                .isNull();
    }

    @Test
    void areRefusedWhereTheirPayloadIsNoObject() throws Exception {
        String signed = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + base64("[]");
        var signature = new MACSigner(SECRET).sign(new JWSHeader(JWSAlgorithm.HS256), signed.getBytes(UTF_8));

        assertThat(tokens.verify(signed + "." + signature)).isNull();
    }

    private @Nullable Caller verify(UnaryOperator<JWTClaimsSet.Builder> forge) {
        return tokens.verify(sign(JWSAlgorithm.HS256, SECRET, forge.apply(claims())));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject(ID.toString())
                .claim("user_id", 7)
                .claim("email", "dev@example.com")
                .claim("role", "admin")
                .issuer("roost")
                .issueTime(at(-5))
                .expirationTime(at(3600))
                .jwtID("5");
    }

    private static String sign(JWSAlgorithm algorithm, String secret, JWTClaimsSet.Builder claims) {
        var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Arguments forged(String fault, UnaryOperator<JWTClaimsSet.Builder> forge) {
        return Arguments.of(fault, forge);
    }

    private static Date at(int secondsFromStart) {
        return Date.from(START.plusSeconds(secondsFromStart));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
