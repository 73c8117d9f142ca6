package dev.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private final ClientAddress addresses = new ClientAddress(List.of("10.0.0.0/8", "2001:db8::/32", "192.0.2.7/32"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 198.51.100.1               | 203.0.113.9",
                "10.0.0.1    | 198.51.100.1               | 198.51.100.1",
                "10.0.0.1    | 1.1.1.1, 198.51.100.1      | 198.51.100.1",
                "10.0.0.1    | 1.1.1.1,198.51.100.1,10.9.9.9,192.0.2.7 | 198.51.100.1",
                "2001:db8::1 | 2a00::5                    | 2a00::5",
                "10.0.0.1    | 198.51.100.1:4711          | 198.51.100.1",
                "10.0.0.1    | [2a00::5]:4711             | 2a00::5",
                "10.0.0.1    | 198.51.100.1, unknown      | 10.0.0.1",
                "10.0.0.1    | 198.51.100.1, 10.0.0.2, '' | 10.0.0.1",
                "10.0.0.1    | 10.0.0.3, 10.0.0.2         | 10.0.0.3",
                "192.0.2.8   | 198.51.100.1               | 192.0.2.8",
            })
    void believesTrustedProxiesAlone(String connection, String forwardedFor, String client) {
        assertThat(addresses.of(request(connection).header("X-Forwarded-For", forwardedFor)))
                .isEqualTo(new InetSocketAddress(client, 0).getAddress());
    }

    @Test
    void readsSeveralLinesAsOneList() {
        HttpRequest<?> request =
                request("10.0.0.1").header("X-Forwarded-For", "198.51.100.1").header("X-Forwarded-For", "10.0.0.2");

        assertThat(addresses.of(request)).isEqualTo(new InetSocketAddress("198.51.100.1", 0).getAddress());
    }

    /** As the setting's default is read. */
    @Test
    void believesNobodyWithoutProxies() {
        HttpRequest<?> request = request("10.0.0.1").header("X-Forwarded-For", "198.51.100.1");

        assertThat(new ClientAddress(null).of(request)).isEqualTo(new InetSocketAddress("10.0.0.1", 0).getAddress());
    }

    @Test
    void isTheConnectionsWithoutTheHeader() {
        assertThat(addresses.of(request("10.0.0.1"))).isEqualTo(new InetSocketAddress("10.0.0.1", 0).getAddress());
    }

    private static RequestFrom request(String address) {
        return new RequestFrom(address);
    }

    private static final class RequestFrom extends HttpRequestWrapper<Object> {

        private final InetSocketAddress address;

        RequestFrom(String address) {
            super(new SimpleHttpRequest<>(HttpMethod.GET, "/", null));
            this.address = new InetSocketAddress(address, 4711);
        }

        @Override
        public InetSocketAddress getRemoteAddress() {
            return address;
        }

        RequestFrom header(String name, String value) {
            ((SimpleHttpRequest<?>) getDelegate()).header(name, value);
            return this;
        }
    }
}
