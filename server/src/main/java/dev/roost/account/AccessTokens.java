package dev.roost.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
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
    private static final Map<String, Object> HEADER_PARAMETERS = HEADER.toJSONObject();

    /** How far ahead the clock of another replica that made a token may be. */
    private static final int CLOCK_SKEW_SECONDS = 10;

    /** About 10 MB. Verifying costs more than all else that is done in memory to read one row. */
    private static final int MAX_VERIFIED = 10_000;

    private final JWSSigner signer;
    private final JWSVerifier verifier;
    private final Clock clock;
    private final Cache<String, Claims> verified =
            Caffeine.newBuilder().maximumSize(MAX_VERIFIED).build();

    AccessTokens(AccessTokenSettings settings, Clock clock) throws JOSEException {
        byte[] secret = settings.secret().getBytes(StandardCharsets.UTF_8);
        this.signer = new MACSigner(secret);
        this.verifier = new MACVerifier(secret);
        this.clock = clock;
    }

    /** Returns a token of the lifetime that Chirpy's clients know. */
    String issueForAnHour(Account account) {
        return issue(account, Duration.ofHours(1));
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
        Claims claims = verified.getIfPresent(token);
        if (claims == null) {
            claims = read(token);
            if (claims == null) {
                return null;
            }
            verified.put(token, claims);
        }
        return claims.areCurrent(clock.millis() / 1000.0) ? claims.caller() : null;
    }

    private @Nullable Claims read(String token) {
        try {
            if (!hasHeader(token)) {
                return null;
            }
            SignedJWT jwt = SignedJWT.parse(token);
            boolean signed = isCanonical(jwt.getSignature()) && jwt.verify(verifier);
            Map<String, Object> claims = jwt.getPayload().toJSONObject();
            return signed && claims != null ? Claims.of(claims) : null;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Nimbus fails in many ways at headers that others make up, so that it gets none of them to read. */
    private static boolean hasHeader(String token) throws ParseException {
        String header = JOSEObject.split(token)[0].decodeToString();
        return HEADER_PARAMETERS.equals(JSONObjectUtils.parse(header, Header.MAX_HEADER_STRING_LENGTH));
    }

    /** The last character of a text in base64url may hold bits that say nothing; then it has several spellings. */
    private static boolean isCanonical(Base64URL signature) {
        return Base64URL.encode(signature.decode()).equals(signature);
    }

    /**
     * What a token says.
     *
     * @param caller whom it speaks for
     * @param from since when it is good, in seconds since 1970 by the clock that made it
     * @param until when it ends being good, in the same way
     */
    private record Claims(Caller caller, double from, double until) {

        static @Nullable Claims of(Map<String, Object> claims) {
            Caller caller = caller(claims);
            return caller != null
                            && ISSUER.equals(claims.get("iss"))
                            && claims.get("jti") instanceof String
                            && claims.get("exp") instanceof Number expires
                            && claims.get("iat") instanceof Number issued
                            && claims.getOrDefault("nbf", issued) instanceof Number notBefore
                    ? new Claims(caller, Math.max(issued.doubleValue(), notBefore.doubleValue()), expires.doubleValue())
                    : null;
        }

        private static @Nullable Caller caller(Map<String, Object> claims) {
            return claims.get("user_id") instanceof Long id
                            && id > 0
                            && claims.get("sub") instanceof String subject
                            && claims.get("email") instanceof String email
                            && claims.get("role") instanceof String role
                    ? new Caller(id, UUID.fromString(subject), email, role)
                    : null;
        }

        boolean areCurrent(double now) {
            return from <= now + CLOCK_SKEW_SECONDS && until > now;
        }
    }
}
