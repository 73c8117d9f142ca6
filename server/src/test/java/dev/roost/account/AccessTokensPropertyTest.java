package dev.roost.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;

/** Access tokens, whatever is sent for one. */
class AccessTokensPropertyTest {

    private static final String SECRET = "a-secret-of-the-tests-and-of-nothing-else";
    private static final String HEADER = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");

    private final AccessTokens tokens =
            new AccessTokens(new AccessTokenSettings(SECRET, Duration.ofHours(1)), Clock.systemUTC());
    private final String good = tokens.issueForAnHour(
            new Account(7, UUID.randomUUID(), "dev@example.com", "hash", "user", false, Instant.EPOCH, Instant.EPOCH));

    AccessTokensPropertyTest() throws Exception {}

    @Property
    void areGoodInNoOtherSpelling(
            @ForAll @IntRange(max = 10_000) int at,
            @ForAll @AlphaChars @NumericChars @Chars({'-', '_', '.', '=', ' ', '\n', '+', '/'}) char with) {
        var changed = new StringBuilder(good);
        changed.setCharAt(at % good.length(), with);
        Assume.that(!changed.toString().equals(good));

        assertThat(tokens.verify(good)).isNotNull();
        assertThat(tokens.verify(changed.toString())).isNull();
    }

    @Property
    void areNotMadeUp(@ForAll String text) {
        assertThat(tokens.verify(text)).isNull();
    }

    @Property
    void haveOneHeader(@ForAll String header) {
        assertThat(tokens.verify(base64(header) + good.substring(good.indexOf('.'))))
                .isNull();
    }

    @Property
    void areNothingWithoutTheirClaimsThoughTheSignatureIsGood(@ForAll String payload) throws Exception {
        String signed = HEADER + "." + base64(payload);
        var signature = new MACSigner(SECRET).sign(new JWSHeader(JWSAlgorithm.HS256), signed.getBytes(UTF_8));

        assertThat(tokens.verify(signed + "." + signature)).isNull();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
