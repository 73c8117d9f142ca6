package dev.roost.contract;

import dev.roost.client.RoostClient;
import java.util.Map;

/**
 * An account that the tests have registered.
 *
 * @param client what is logged in as it
 * @param email its e-mail; its password is {@link Deployment#PASSWORD}
 * @param id its number
 * @param accessToken a token of it
 */
record TestAccount(RoostClient client, String email, long id, String accessToken) {

    /** Returns what authenticates a request as this account's. */
    Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + accessToken);
    }

    /** Returns the same for a request with JSON in it. */
    Map<String, String> json() {
        return Map.of("Authorization", "Bearer " + accessToken, "Content-Type", "application/json");
    }
}
