package dev.roost.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the other end of its connection or, where that is a proxy that the operator trusts, the
 * nearest address in {@code X-Forwarded-For} that is none. What stands further left anybody can have written.
 */
@Singleton
public final class ClientAddress {

    /** The header in which proxies write who has sent them a request. */
    public static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> trustedProxies;

    ClientAddress(@Property(name = "roost.http.trusted-proxies") @Nullable List<String> trustedProxies) {
        this.trustedProxies = Stream.ofNullable(trustedProxies)
                .flatMap(List::stream)
                .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
                .toList();
    }

    /** Returns the address from which a request was sent. */
    public InetAddress of(HttpRequest<?> request) {
        return of(request.getRemoteAddress().getAddress(), request.getHeaders().getAll(FORWARDED_FOR));
    }

    /**
     * Returns the address from which a request was sent.
     *
     * @param peer the other end of its connection
     * @param forwarded the values of its {@code X-Forwarded-For}
     */
    public InetAddress of(InetAddress peer, List<String> forwarded) {
        InetAddress address = peer;
        if (!isTrusted(address)) {
            return address;
        }
        for (String hop : hops(forwarded).reversed()) {
            InetAddress next = parse(hop);
            if (next == null) {
                return address;
            }
            address = next;
            if (!isTrusted(address)) {
                return address;
            }
        }
        return address;
    }

    private static List<String> hops(List<String> forwarded) {
        return forwarded.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** Some proxies add the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static @Nullable InetAddress parse(String hop) {
        boolean hasPort = hop.startsWith("[") || hop.indexOf(':') == hop.lastIndexOf(':');
        return NetUtil.createInetAddressFromIpAddressString(hasPort ? hop.replaceFirst(":\\d{1,5}$", "") : hop);
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(network -> network.matches(new InetSocketAddress(address, 0)));
    }
}
