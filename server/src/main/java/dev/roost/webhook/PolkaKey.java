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
import org.jspecify.annotations.Nullable;

/** Lets only calls with Polka's key in, and looks at it before anything reads the body. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PolkaKey {

    private static final String SCHEME = "ApiKey";

    private final byte[] key;

    PolkaKey(@Property(name = "roost.polka.key") String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @RequestFilter
    void require(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.POST
                && request.getPath().startsWith("/api/polka/")
                && !isKey(AuthorizationHeader.credentials(request, SCHEME))) {
            SecurityEvent.WEBHOOK_REFUSED.record();
            throw ApiException.unauthenticated("Polka's key is needed", SCHEME);
        }
    }

    private boolean isKey(@Nullable String given) {
        return given != null && MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8));
    }
}
