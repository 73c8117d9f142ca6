package dev.roost.contract;

import dev.roost.client.RoostClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An account that the tests have registered.
 *
 * @param client what is logged in as it
 * @param email its e-mail; its password is {@link Deployment#PASSWORD}
 * @param id its number
 * @param accessToken a token of it
 */
record TestAccount(RoostClient client, String email, long id, String accessToken) {

    private static final Pattern SUBJECT = Pattern.compile("\"sub\":\"([0-9a-f-]+)\"");

    /** Returns its UUID, which is the subject of its tokens. */
    UUID uuid() {
        var payload = new String(Base64.getUrlDecoder().decode(accessToken.split("\\.", 3)[1]), StandardCharsets.UTF_8);
        var subject = SUBJECT.matcher(payload);
        if (!subject.find()) {
            throw new IllegalStateException("an access token without a subject");
        }
        return UUID.fromString(subject.group(1));
    }

    /** Returns what authenticates a request as this account's. */
    Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + accessToken);
    }

    /** Returns the same for a request with JSON in it. */
    Map<String, String> json() {
        return Map.of("Authorization", "Bearer " + accessToken, "Content-Type", "application/json");
    }
}
