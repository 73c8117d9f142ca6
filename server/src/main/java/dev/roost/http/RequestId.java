package dev.roost.http;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the client's {@code X-Request-Id} where that is sane, one of our own otherwise. */
public final class RequestId {

    /** The header that carries it. */
    public static final String HEADER = "X-Request-Id";

    private static final RequestAttribute<String> ATTRIBUTE = new RequestAttribute<>("roost.request-id", String.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private RequestId() {}

    /** Returns the id that a client gave where that is sane, a new one otherwise. */
    public static String orNew(@Nullable String given) {
        return given != null && SANE.matcher(given).matches() ? given : newId();
    }

    /** It tells requests apart and is no secret, so that it need not be hard to guess. */
    private static String newId() {
        var random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }

    /** Gives a request its id. */
    public static void assign(HttpRequest<?> request, String id) {
        ATTRIBUTE.set(request, id);
    }

    /** Returns the id of a request, which is given one before anything else is done with it. */
    public static String of(HttpRequest<?> request) {
        return ATTRIBUTE.of(request).orElseThrow();
    }
}
