package dev.roost.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes and verifies access tokens: JWTs signed with HS256 and with nothing else (RFC 8725, section 3.1).
 *
 * <p>The claims are {@code sub} (the account's UUID), {@code user_id} (its number), {@code email}, {@code role},
 * {@code iss}, {@code iat}, {@code exp} and {@code jti}.
 */
@Singleton
final class AccessTokens {

    private static final String ISSUER = "roost";
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    private static final Set<String> HEADER_PARAMETERS = Set.of("alg", "typ");

    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final Clock clock;

    AccessTokens(AccessTokenSettings settings, Clock clock) throws JOSEException {
        byte[] secret = settings.secret().getBytes(StandardCharsets.UTF_8);
        this.signer = new MACSigner(secret);
        this.verifier = new MACVerifier(secret);
        this.clock = clock;
    }

    String issue(Account account, Duration lifetime) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(account.uuid().toString())
                .claim("user_id", account.id())
                .claim("email", account.email())
                .claim("role", account.role())
                .issuer(ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var token = new SignedJWT(HEADER, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("an HMAC with a checked key cannot fail", e);
        }
        return token.serialize();
    }

    /** Returns whom a token speaks for, or null where it is not a good one of ours. */
    @Nullable
    Caller verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean signed = jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    && HEADER_PARAMETERS.containsAll(
                            jwt.getHeader().toJSONObject().keySet())
                    && jwt.verify(verifier);
            return signed && isCurrent(jwt.getJWTClaimsSet()) ? caller(jwt.getJWTClaimsSet()) : null;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isCurrent(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        return ISSUER.equals(claims.getIssuer())
                && expires != null
                && expires.toInstant().isAfter(now)
                && !isAfter(claims.getIssueTime(), now)
                && !isAfter(claims.getNotBeforeTime(), now);
    }

    private static boolean isAfter(@Nullable Date time, Instant now) {
        return time != null && time.toInstant().isAfter(now);
    }

    private static @Nullable Caller caller(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        String email = claims.getStringClaim("email");
        String role = claims.getStringClaim("role");
        boolean complete = subject != null && email != null && role != null;
        return complete && claims.getClaim("user_id") instanceof Long id && id > 0
                ? new Caller(id, UUID.fromString(subject), email, role)
                : null;
    }
}
