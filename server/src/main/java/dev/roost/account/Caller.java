package dev.roost.account;

import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.UUID;

/**
 * Who sends a request, as its access token says.
 *
 * @param id the account's number
 * @param uuid the account's UUID
 * @param email the account's e-mail when the token was made
 * @param role {@code user} or {@code admin}
 */
public record Caller(long id, UUID uuid, String email, String role) implements Authentication {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return uuid.toString();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
