package dev.roost.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.regex.Pattern;

/** What settings must be. Each check returns what it was given, or throws an {@link IllegalArgumentException}. */
final class Checks {

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** 292 years; with many times as much, the JDK's client fails in every call. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Checks() {}

    static URI baseUrl(URI value) {
        boolean isHttp = value.getHost() != null && value.toString().matches("(?i)https?://[^?#]*");
        check(isHttp && value.getRawUserInfo() == null, "baseUrl", "is no http:// or https:// URL of a host alone");
        return value;
    }

    static Duration positive(Duration value, String name) {
        check(value.compareTo(Duration.ZERO) > 0, name, "is not positive");
        check(value.compareTo(LONGEST) <= 0, name, "is longer than any timer");
        return value;
    }

    /**
     * Takes an HTTP client on a version of Java. Before 24, one with an authenticator drops the access token (JDK-8326949),
     * and the refusal of the refresh without one would end the session.
     */
    static HttpClient httpClient(HttpClient value, int java) {
        check(value.followRedirects() == Redirect.NEVER, "httpClient", "follows redirects");
        check(value.authenticator().isEmpty() || java >= 24, "httpClient", "has an Authenticator, which takes Java 24");
        return value;
    }

    static int notNegative(int value, String name) {
        check(value >= 0, name, "is negative");
        return value;
    }

    /** Does not repeat the value, which may be a secret. */
    static String header(String name, String value) {
        check(HEADER_VALUE.matcher(value).matches(), name, "can be no header's value");
        return value;
    }

    static String idempotencyKey(String value) {
        check(IDEMPOTENCY_KEY.matcher(value).matches(), "idempotencyKey", "is not 1 to 255 visible ASCII characters");
        return value;
    }

    private static void check(boolean holds, String name, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(name + " " + complaint);
        }
    }
}
