package dev.roost.webhook;

import dev.roost.http.AuthorizationHeader;
import dev.roost.http.problem.ApiException;
import dev.roost.http.requestlog.SecurityEvent;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets only calls with Polka's key in, and looks at it before anything reads the body. */
@ServerFilter(patterns = "/api/polka/**", methods = HttpMethod.POST)
final class PolkaKey {

    private static final String SCHEME = "ApiKey";

    private final byte[] key;

    PolkaKey(@Property(name = "roost.polka.key") String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @RequestFilter
    void require(HttpRequest<?> request) {
        String given = AuthorizationHeader.credentials(request, SCHEME);
        if (given == null || !MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8))) {
            SecurityEvent.WEBHOOK_REFUSED.record();
            throw ApiException.unauthenticated("Polka's key is needed", SCHEME);
        }
    }
}
