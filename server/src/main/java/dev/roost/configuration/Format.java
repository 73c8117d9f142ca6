package dev.roost.configuration;

import io.micronaut.core.io.socket.SocketUtils;
import io.netty.util.NetUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the value of a setting may be, and what Micronaut is told for it. */
@FunctionalInterface
interface Format {

    /** The highest TCP port. */
    int MAX_PORT = 65_535;

    /** The lowest port that stands for 0, above those of well-known services. */
    int MIN_FREE_PORT = 10_000;

    /** The highest one: Linux gives those above to outgoing connections, which a look for a listener does not see. */
    int MAX_FREE_PORT = 32_767;

    /**
     * Returns what Micronaut is told.
     *
     * @throws IllegalArgumentException with what is wrong, as the end of a sentence that starts with the setting's name
     */
    String read(String value);

    static Format text() {
        return value -> value;
    }

    static Format wholeNumber(int min, int max) {
        return value -> {
            require(
                    value.matches("\\d{1,9}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max,
                    "is not a whole number from %d to %d".formatted(min, max));
            return value;
        };
    }

    static Format duration(int min, int max, String unit) {
        return value -> wholeNumber(min, max).read(value) + unit;
    }

    /** A TCP port, where 0 stands for a free one, which is chosen at once. */
    static Format port() {
        return value -> {
            int port = Integer.parseInt(wholeNumber(0, MAX_PORT).read(value));
            return String.valueOf(port == 0 ? SocketUtils.findAvailableTcpPort(MIN_FREE_PORT, MAX_FREE_PORT) : port);
        };
    }

    static Format oneOf(String... values) {
        List<String> known = List.of(values);
        return value -> {
            require(known.contains(value), "is not one of " + String.join(", ", known));
            return value;
        };
    }

    static Format key(int minBytes, String sample) {
        return value -> {
            require(
                    value.getBytes(StandardCharsets.UTF_8).length >= minBytes,
                    "has fewer than %d bytes".formatted(minBytes));
            return refuse(sample, value);
        };
    }

    static Format visibleAscii(String sample) {
        return value -> {
            require(value.matches("[!-~]+"), "holds a space, or a character that is not ASCII");
            return refuse(sample, value);
        };
    }

    private static String refuse(String sample, String value) {
        require(!value.equals(sample), "is the sample of .env.example");
        return value;
    }

    static Format words() {
        return value -> {
            List<String> words =
                    Stream.of(value.split(",", -1)).map(String::strip).toList();
            require(
                    words.stream().noneMatch(word -> word.isEmpty() || word.contains(" ")),
                    "is not a list of single words with commas between them");
            return String.join(",", words);
        };
    }

    /** Addresses, and networks such as {@code 10.0.0.0/8}; an address is a network of one. */
    static Format networks() {
        return value -> Stream.of(value.split(",", -1))
                .map(String::strip)
                .map(Format::network)
                .collect(Collectors.joining(","));
    }

    private static String network(String text) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(text.replaceFirst("/\\d{1,3}$", ""));
        require(address != null, "is not a list of IP addresses and networks with commas between them");
        int bits = address.length * Byte.SIZE;
        String prefix = text.contains("/") ? text.substring(text.indexOf('/') + 1) : String.valueOf(bits);
        require(Integer.parseInt(prefix) <= bits, "holds a network with a prefix of more than %d bits".formatted(bits));
        return text.contains("/") ? text : text + "/" + bits;
    }

    /** {@code redis://}, or {@code rediss://} for TLS. What is refused is not repeated: it may hold a password. */
    static Format redis() {
        return value -> {
            require(
                    isRedis(value),
                    "is not a Redis address such as redis://user:password@host:6379/0, percent-encoded");
            return value;
        };
    }

    private static boolean isRedis(String value) {
        try {
            var uri = new URI(value);
            return ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() <= MAX_PORT
                    && uri.getRawPath().matches("(/\\d{0,5})?")
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Origins as browsers send them (RFC 6454, section 6.2): anything else would never be one. */
    static Format origins() {
        return value -> {
            List<String> origins =
                    Stream.of(value.split(",", -1)).map(String::strip).toList();
            require(
                    origins.stream().allMatch(origin -> origin.matches("https?://[a-z0-9.-]+(:\\d{1,5})?")),
                    "is not a list of origins such as https://www.example.com with commas between them");
            return String.join(",", origins);
        };
    }

    static Format folder() {
        return value -> {
            require(
                    Files.isDirectory(Path.of(value)) && Files.isReadable(Path.of(value)),
                    "is not a folder that can be read");
            return value;
        };
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
