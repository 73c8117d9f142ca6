package dev.roost.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.filters.SecurityFilter;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is kept with a request while it is worked on. It is found as it was set: Micronaut's own typed look-up
 * asks its conversion service each time.
 *
 * @param <T> what is kept
 * @param name under which it is kept; each has its own
 * @param type that of what is kept
 */
public record RequestAttribute<T>(String name, Class<T> type) {

    /** Who sends the request; there is none before access control has been passed, or where nobody is known. */
    public static final RequestAttribute<Principal> PRINCIPAL =
            new RequestAttribute<>(SecurityFilter.AUTHENTICATION.toString(), Principal.class);

    /** Keeps a value with a request; null is none. */
    public void set(HttpRequest<?> request, @Nullable T value) {
        request.setAttribute(name, value);
    }

    /**
     * Returns the value that a request was given.
     *
     * @throws ClassCastException where something of another type was kept under the name
     */
    public Optional<T> of(HttpRequest<?> request) {
        return request.getAttribute(name).map(type::cast);
    }
}
