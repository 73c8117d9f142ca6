package dev.roost.account;

import dev.roost.http.AuthorizationHeader;
import dev.roost.http.RequestAttribute;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Knows a caller by the access token of the {@code Authorization} header (RFC 6750), and by nothing else, and lets it in
 * where one of Micronaut's rules allows that before another forbids it. A route that no rule is about is closed.
 *
 * <p>It stands in the place of Micronaut's own filter, which asks a chain of publishers for what is known at once, and
 * whose reader of tokens, with no key configured for it, takes an unsigned one.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessControl implements Ordered {

    private final AccessTokens tokens;
    private final List<SecurityRule<HttpRequest<?>>> rules;

    AccessControl(AccessTokens tokens, List<SecurityRule<HttpRequest<?>>> rules) {
        this.tokens = tokens;
        this.rules = rules;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        String token = AuthorizationHeader.credentials(request, "Bearer");
        Caller caller = token == null ? null : tokens.verify(token);
        RequestAttribute.PRINCIPAL.set(request, caller);
        if (!isAllowed(request, caller)) {
            throw new AuthorizationException(caller);
        }
    }

    private boolean isAllowed(HttpRequest<?> request, @Nullable Caller caller) {
        for (SecurityRule<HttpRequest<?>> rule : rules) {
            SecurityRuleResult result = Mono.from(rule.check(request, caller)).block();
            if (result == SecurityRuleResult.ALLOWED || result == SecurityRuleResult.REJECTED) {
                return result == SecurityRuleResult.ALLOWED;
            }
        }
        return RouteAttributes.getRouteMatch(request).isEmpty();
    }
}
