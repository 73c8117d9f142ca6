package dev.roost.http.ratelimit;

import dev.roost.http.ClientAddress;
import io.micronaut.http.HttpRequest;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** What is one client as far as addresses tell: an IPv4 address, or the /64 of an IPv6 address, which one host may own. */
@Singleton
final class ClientNetwork {

    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    private final ClientAddress addresses;

    ClientNetwork(ClientAddress addresses) {
        this.addresses = addresses;
    }

    /** Returns the network that a request was sent from. */
    String of(HttpRequest<?> request) {
        return of(addresses.of(request));
    }

    static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? NetUtil.bytesToIpAddress(
                                Arrays.copyOf(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES), IPV6_BYTES))
                        + "/64"
                : address.getHostAddress();
    }
}
