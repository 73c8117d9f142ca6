package dev.roost.http.request;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;

/**
 * Reads {@code application/*} and {@code application/json;q=0} as RFC 9110, section 12.5.1, has them. Micronaut, which
 * compares names, is told to take anything where there is something acceptable, and else nothing.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AcceptedTypes implements ConditionalFilter {

    private static final String NOTHING = "application/vnd.roost.nothing";

    private final Router router;

    AcceptedTypes(Router router) {
        this.router = router;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return request.accept().stream().anyMatch(range -> isRefusal(range) || specificity(range) == 1);
    }

    @PreMatching
    @RequestFilter
    void weigh(HttpRequest<?> request) {
        Collection<MediaType> ranges = request.accept();
        boolean acceptable = router.findAny(request).stream()
                .map(UriRouteMatch::getRouteInfo)
                .filter(route -> route.getHttpMethodName().equals(request.getMethodName()))
                .map(RouteInfo::getProduces)
                .flatMap(Collection::stream)
                .anyMatch(type -> accepts(ranges, type));
        ((MutableHttpHeaders) request.getHeaders()).set(HttpHeaders.ACCEPT, acceptable ? MediaType.ALL : NOTHING);
    }

    /** The range that is about the type most closely decides. */
    private static boolean accepts(Collection<MediaType> ranges, MediaType type) {
        return ranges.stream()
                .filter(range -> range.matches(type))
                .max(Comparator.comparingInt(AcceptedTypes::specificity))
                .filter(range -> !isRefusal(range))
                .isPresent();
    }

    private static int specificity(MediaType range) {
        if (range.getType().equals("*")) {
            return 0;
        }
        return range.getSubtype().equals("*") ? 1 : 2;
    }

    private static boolean isRefusal(MediaType range) {
        return range.getQualityAsNumber().compareTo(BigDecimal.ZERO) == 0;
    }
}
