package dev.roost.account;

import dev.roost.http.AuthorizationHeader;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * Knows a caller by the access token of the {@code Authorization} header (RFC 6750), and by nothing else.
 *
 * <p>It stands in the place of Micronaut's own: that one, with no key configured for it, takes an unsigned token.
 */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
final class BearerAuthentication implements AuthenticationFetcher<HttpRequest<?>> {

    private final AccessTokens tokens;

    BearerAuthentication(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        String token = AuthorizationHeader.credentials(request, "Bearer");
        Caller caller = token == null ? null : tokens.verify(token);
        return caller == null ? Publishers.empty() : Publishers.just(caller);
    }
}
