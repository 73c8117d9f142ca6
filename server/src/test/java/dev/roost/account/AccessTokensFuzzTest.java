package dev.roost.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens of which the fuzzer makes up the whole, the claims, or the header. */
class AccessTokensFuzzTest {

    private static final String SECRET = "a-secret-of-the-tests-and-of-nothing-else";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String HEADER = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
    private static final String CLAIMS = base64("""
            {"sub":"0e5b1a4c-7d0f-4a57-9c52-6f1e3b9d8a70","user_id":7,"email":"dev@example.com","role":"user",\
            "iss":"roost","iat":1795262400,"exp":1795266000,"jti":"1"}""");

    private static final int CLOCK_SKEW_SECONDS = 10;

    /** A reader that is not Nimbus's, and that reads numbers as they are. */
    private static final ObjectMapper OTHER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final AccessTokens tokens =
            new AccessTokens(new AccessTokenSettings(SECRET, Duration.ofHours(1)), Clock.fixed(NOW, ZoneOffset.UTC));
    private final Mac mac = Mac.getInstance("HmacSHA256");

    AccessTokensFuzzTest() throws Exception {
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    }

    @FuzzTest
    void areGoodOnlyAsTheyWereSigned(byte[] input) throws JsonProcessingException {
        String text = new String(input, UTF_8);
        if (tokens.verify(text) != null) {
            assertThat(text).startsWith(HEADER + ".").isEqualTo(signed(text.substring(0, text.lastIndexOf('.'))));
        }

        Caller caller = tokens.verify(signed(HEADER + "." + base64(text)));
        if (caller != null) {
            JsonNode claims = OTHER.readTree(text);
            assertThat(claims.path("iss").textValue()).isEqualTo("roost");
            assertThat(claims.path("user_id").bigIntegerValue())
                    .isEqualTo(BigInteger.valueOf(caller.id()))
                    .isPositive();
            assertThat(claims.path("exp").decimalValue()).isGreaterThan(BigDecimal.valueOf(NOW.getEpochSecond()));
            assertThat(claims.path("iat").decimalValue())
                    .isLessThanOrEqualTo(BigDecimal.valueOf(NOW.getEpochSecond() + CLOCK_SKEW_SECONDS));
        }

        if (tokens.verify(signed(base64(text) + "." + CLAIMS)) != null) {
            assertThat(OTHER.readTree(text)).isEqualTo(OTHER.valueToTree(Map.of("typ", "JWT", "alg", "HS256")));
        }
    }

    private String signed(String content) {
        return content + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
