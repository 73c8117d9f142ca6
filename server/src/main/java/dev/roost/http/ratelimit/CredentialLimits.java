package dev.roost.http.ratelimit;

import dev.roost.http.Sha256;
import dev.roost.http.problem.ApiException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How often passwords may be hashed for the address that the current request comes from, and tried for one e-mail. To
 * be asked just before the work, which then is not done: every refusal is an {@link ApiException}, 429.
 */
@Singleton
public final class CredentialLimits {

    /** By default no more than 100 tries in any such time, even where two periods meet (NIST SP 800-63B-4, 3.2.2). */
    private static final Duration EMAIL_PERIOD = Duration.ofMinutes(15);

    private final RateLimiter addresses;
    private final RateLimiter emails;
    private final ClientNetwork networks;

    CredentialLimits(RateLimitSettings settings, RateLimiters limiters, ClientNetwork networks) {
        this.addresses = limiters.of("credentials", settings.credentialsPerMinute(), Duration.ofMinutes(1));
        this.emails = limiters.of("email", settings.failuresPerEmail(), EMAIL_PERIOD);
        this.networks = networks;
    }

    /** Counts a hash against the address. */
    public void countHash() {
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
        addresses.take(networks.of(request)).join().orRefused().addTo(request);
    }

    /** Counts a registration against the address and against the e-mail, in lower case. */
    public void countRegistration(String email) {
        countHash();
        emails.take(digest("registration " + email)).join().orRefused();
    }

    /** Counts a login against the address and, unless it proves not to have failed, against the e-mail in lower case. */
    public LoginAttempt startLogin(String email) {
        countHash();
        return new LoginAttempt(emails.take(digest("login " + email)).join().orRefused());
    }

    /** Redis is not told whose e-mails they are. */
    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
