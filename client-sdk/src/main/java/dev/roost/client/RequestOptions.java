package dev.roost.client;

import dev.roost.client.http.Retrying;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is different about some calls. It cannot be changed; {@link RoostClient#withOptions} takes it. */
public final class RequestOptions {

    private final @Nullable Duration timeout;
    private final @Nullable Integer maxRetries;
    private final @Nullable String idempotencyKey;
    private final Map<String, String> headers;

    /** Changes nothing. */
    public RequestOptions() {
        this(null, null, null, Map.of());
    }

    private RequestOptions(
            @Nullable Duration timeout,
            @Nullable Integer maxRetries,
            @Nullable String idempotencyKey,
            Map<String, String> headers) {
        this.timeout = timeout;
        this.maxRetries = maxRetries;
        this.idempotencyKey = idempotencyKey;
        this.headers = headers;
    }

    /** Gives a call so much time, all of its attempts and waits counted. */
    public RequestOptions timeout(Duration timeout) {
        return new RequestOptions(Checks.positive(timeout, "timeout"), maxRetries, idempotencyKey, headers);
    }

    /** Tries a call again so many times at most; 0 is never. */
    public RequestOptions maxRetries(int maxRetries) {
        return new RequestOptions(timeout, Checks.notNegative(maxRetries, "maxRetries"), idempotencyKey, headers);
    }

    /**
     * Makes the service serve a request once, however often it is sent with this key. Without it, every call that can
     * have one gets a key of its own; the others send none. It is for one call: another one needs another key.
     *
     * @param idempotencyKey 1 to 255 visible ASCII characters
     */
    public RequestOptions idempotencyKey(String idempotencyKey) {
        return new RequestOptions(timeout, maxRetries, Checks.idempotencyKey(idempotencyKey), headers);
    }

    /**
     * Sends a header too, in the place of any of its name.
     *
     * @throws IllegalArgumentException when there is no such header, or it is the client's own to send
     */
    public RequestOptions header(String name, String value) {
        if (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase(Retrying.IDEMPOTENCY_KEY)) {
            throw new IllegalArgumentException("%s is no header to set here".formatted(name));
        }
        HttpRequest.newBuilder().header(name, Checks.header(name, value)); // Knows which names there can be.
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new RequestOptions(timeout, maxRetries, idempotencyKey, more);
    }

    Duration timeoutOr(Duration usual) {
        return Objects.requireNonNullElse(timeout, usual);
    }

    int maxRetriesOr(int usual) {
        return Objects.requireNonNullElse(maxRetries, usual);
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Returns the key by which the service knows one call again. */
    String newIdempotencyKey() {
        return Objects.requireNonNullElseGet(
                idempotencyKey, () -> UUID.randomUUID().toString());
    }
}
